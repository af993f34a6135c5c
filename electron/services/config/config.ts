import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Handlers, Output } from '#shared/contract/api'
import { CONFIG_FORMAT, CONFIG_FORMAT_VERSION, SECTION_IDS, type SectionId } from '#shared/contract/config'
import { AppError } from '#shared/contract/errors'
import { dayOf } from '#shared/domain/calendar'
import { changesBetween, inOrder, type Json } from '#shared/domain/json-diff'
import { atLeast } from '#shared/domain/people'
import type { RuleData } from '#electron/db/rule-kinds'
import { insertRules } from '#electron/db/rules'
import type { Db } from '#electron/db/open'
import type { Deps } from '../deps.ts'
import { sitting, type Rep } from '../facts.ts'
import { askRescore, resumeRescore } from '../rescore.ts'
import { history } from '../rules.ts'
import { problemsOf } from './check.ts'
import { withIds } from './lists.ts'
import { readConfig, type Problem } from './read.ts'
import { byName, configAt, type Config, type Moment } from './state.ts'
import { comesNext, plansTold } from './plans.ts'
import { configVersions } from './versions.ts'
import { writeConfig } from './write.ts'

type Saved = Output<'config.import'>

export const configHandlers = (deps: Deps) =>
  ({
    'config.export': () => (admin(deps.db), exportConfig(deps)),
    'config.preview': async ({ text }) => {
      admin(deps.db)
      const wanted = await wantedOf(deps, text, SECTION_IDS)
      if (Array.isArray(wanted)) return { kind: 'refused', problems: wanted }
      return { kind: 'read', changed: changedTo(deps, wanted) }
    },
    'config.import': async ({ text, name, sections }) => {
      const rep = admin(deps.db)
      const wanted = await wantedOf(deps, text, sections)
      if (Array.isArray(wanted)) return { kind: 'refused', problems: wanted }
      return put(deps, rep, wanted, { why: 'import', of: name })
    },
    'config.versions': () => (admin(deps.db), configVersions(deps.db)),
    'config.compare': ({ version }) => (admin(deps.db), changedTo(deps, then(deps, version))),
    'config.restore': async ({ version, sections }) => {
      const rep = admin(deps.db)
      const wanted = only(then(deps, version), sections)
      const problems = await problemsOf(
        deps.db,
        configAt(deps.db, momentOf(deps)),
        wanted,
        namesIn(deps, wanted),
      )
      if (problems.length > 0) return { kind: 'refused', problems }
      return put(deps, rep, wanted, { why: 'restore', of: String(version) })
    },
  }) satisfies Partial<Handlers>

const momentOf = ({ now, zone }: Deps): Moment => ({ now: now(), zone })

function admin(db: Db): Rep {
  const rep = sitting(db)
  if (!atLeast(rep.role, 'admin'))
    throw new AppError('not-allowed', 'Only an admin takes the configuration out or in.', 'needs-admin')
  return rep
}

function exportConfig(deps: Deps): Output<'config.export'> {
  const { db, now, zone, newId, data } = deps
  const fileId = newId()
  mkdirSync(join(data, 'outbox'), { recursive: true, mode: 0o700 })
  writeFileSync(join(data, 'outbox', fileId), configText(db, momentOf(deps)), { mode: 0o600 })
  return { fileId, name: `callwright-configuration-${dayOf(zone, now())}.json` }
}

/** The file: what it is first, then the sections by the alphabet. */
function configText(db: Db, moment: Moment): string {
  const config = configAt(db, moment)
  const { lists, ...rest } = byName(config, (id) => config.lists[id]?.name ?? id)
  const bare = Object.entries(lists as Record<string, { name: string }>).map(
    ([key, { name: _, ...list }]) => [key, list],
  )
  const sections = inOrder({ ...rest, lists: Object.fromEntries(bare) as Json })
  return `${JSON.stringify({ format: CONFIG_FORMAT, formatVersion: CONFIG_FORMAT_VERSION, sections }, null, 2)}\n`
}

async function wantedOf(
  deps: Deps,
  text: string,
  sections: readonly SectionId[],
): Promise<Partial<Config> | Problem[]> {
  const file = readConfig(text)
  if (Array.isArray(file)) return file
  const { config, problems } = withIds(
    deps.db,
    deps,
    comesNext(only(file, sections), dayOf(deps.zone, deps.now())),
  )
  const found = await problemsOf(deps.db, configAt(deps.db, momentOf(deps)), config, namesIn(deps, config))
  return problems.length + found.length > 0 ? [...problems, ...found] : config
}

const only = <T extends object>(of: T, sections: readonly SectionId[]): Partial<T> =>
  Object.fromEntries(Object.entries(of).filter(([id]) => sections.some((each) => each === id))) as Partial<T>

/** What held at a version. Throws AppError 'not-found'. */
function then(deps: Deps, version: number): Config {
  const { db } = deps
  if (version !== 0 && !history(db).some((row) => row.version === version))
    throw new AppError('not-found', 'There is no version of that number.', 'version-unknown')
  return configAt(db, momentOf(deps), version)
}

/** A list by the name it has now, else by the one it would get. */
function namesIn(deps: Deps, wanted: Partial<Config>): (id: string) => string {
  const { lists } = configAt(deps.db, momentOf(deps))
  return (id) => (lists[id] ?? wanted.lists?.[id])?.name ?? id
}

function changedTo(deps: Deps, wanted: Partial<Config>): Output<'config.compare'> {
  const nameOf = namesIn(deps, wanted)
  const now = configAt(deps.db, momentOf(deps))
  const after = byName(plansTold(now, { ...wanted, ...staying(now, wanted) }), nameOf)
  const before = byName(plansTold(now, now), nameOf)
  return SECTION_IDS.filter((section) => after[section] !== undefined).map((section) => ({
    section,
    changes: changesBetween(before[section], after[section]).map(({ path, ...rest }) => ({
      path: [...path],
      ...rest,
    })),
  }))
}

/** Lists and frameworks are never taken away: what a file or an old version does not know stays. */
function staying(now: Config, { lists, qualification }: Partial<Config>): Partial<Config> {
  return {
    ...(lists ? { lists: { ...now.lists, ...lists } } : {}),
    ...(qualification
      ? {
          qualification: {
            ...qualification,
            frameworks: { ...now.qualification.frameworks, ...qualification.frameworks },
          },
        }
      : {}),
  }
}

/** All of it or none, as one change. */
function put(deps: Deps, rep: Rep, wanted: Partial<Config>, group: Omit<RuleData['config'], 'first'>): Saved {
  const who = { at: deps.now(), repId: rep.id }
  const { version, before, moves } = deps.db.transaction((tx) => {
    const before = history(tx).at(-1)?.version ?? 0
    const written = writeConfig(tx, { ...who, zone: deps.zone }, configAt(tx, momentOf(deps)), wanted)
    const data = { ...group, first: before + 1 }
    const version = written.size > 0 ? insertRules(tx, { ...who, kind: 'config', data }) : null
    const moves = MOVES.some((section) => written.has(section))
    if (moves) askRescore(tx, null)
    return { before, moves, version }
  })
  const saved = { kind: 'saved', version, before } as const
  if (version === null) return saved
  deps.emit({ kind: 'changed', topics: ['rules', 'lists', 'queue'] })
  if (moves) void resumeRescore(deps)
  return saved
}

/** What a lead's score, stage or place in the queue hangs on. */
const MOVES: readonly SectionId[] = ['score', 'qualification', 'quarters', 'calling', 'lists']
