import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { dayOf } from '#shared/domain/calendar'
import { answerBy } from '#shared/domain/erasing'
import { erasedKeys, findErasure, insertErasure, lastErasures } from '#electron/db/erasures'
import { stampOf } from '#electron/db/facts'
import type { Db } from '#electron/db/open'
import { absorbedBy } from '#electron/db/pairing'
import { raw } from '#electron/db/raw'
import type { Deps } from '../deps.ts'
import { entries, unclean } from './journal.ts'
import { admin } from './who.ts'
import { destroyOverdue } from './replay.ts'
import { unseal } from './seal.ts'

export const logHandlers = (deps: Deps) =>
  ({
    'erase.log': () => log(deps),
    'erase.open': (input) => open(deps, input),
  }) satisfies Partial<Handlers>

type Log = Output<'erase.log'>

function log(deps: Deps): Log {
  const { db } = deps
  admin(db)
  destroyOverdue(deps)
  const all = lastErasures(db, ['asked', 'withdrawn', 'erased', 'opened', 'destroyed'])
  const after = Map.groupBy(all, ({ fact }) => fact.refersTo)
  const of = (id: string, kind: (typeof all)[number]['fact']['kind']) =>
    (after.get(id) ?? []).filter(({ fact }) => fact.kind === kind)
  const pending = new Set(unclean(entries(deps)))
  return {
    requests: all.flatMap(({ fact, by }) => {
      if (fact.kind !== 'asked' || fact.askedOn === null || of(fact.id, 'withdrawn').length > 0) return []
      const { erasedAt, ...who } = whoIs(db, fact.personId)
      // Whoever asked and was erased for another cause, or as somebody else's double, has their answer too.
      const doneAt = of(fact.id, 'erased')[0]?.fact.at ?? erasedAt
      const { id, askedOn } = fact
      return [{ id, ...who, askedOn, dueOn: answerBy(askedOn), by, doneAt }]
    }),
    erased: all.flatMap(({ fact, by }) => {
      const { id, kind, at, cause, askedOn, until, personId } = fact
      if (kind !== 'erased') return []
      const opened = of(id, 'opened').map((each) => ({
        at: each.fact.at,
        by: each.by,
        reason: each.fact.reason ?? '',
      }))
      const destroyedAt = of(id, 'destroyed')[0]?.fact.at ?? null
      const { leadId } = whoIs(db, personId)
      const clean = !pending.has(id)
      return [{ id, leadId, at, by, cause, askedOn, until, destroyedAt, opened, clean }]
    }),
    hashes: new Set(erasedKeys(db).map(({ hash }) => hash)).size,
  }
}

type Who = { leadId: string | null; name: string; erasedAt: number | null }
/** The leads of somebody who was found to be another are that one's. */
function whoIs(db: Db, personId: string): Who {
  const found = raw<Who>(
    db,
    `SELECT name, erased_at AS erasedAt,
      (SELECT id FROM leads WHERE person_id = persons.id ORDER BY created_at DESC, id LIMIT 1) AS leadId
    FROM persons WHERE id = ?`,
  ).get(personId)
  const into = found?.leadId == null ? absorbedBy(db, 'person', personId) : undefined
  if (into) return { ...whoIs(db, into.keptId), name: found?.name ?? '' }
  return found ?? { leadId: null, name: '', erasedAt: null }
}

/** That it was opened, by whom and why, is a fact before anybody reads it. */
function open(deps: Deps, { erasureId, reason }: Input<'erase.open'>): Output<'erase.open'> {
  const { db, data, zone, newId } = deps
  admin(db)
  const found = findErasure(db, erasureId)
  if (found?.kind !== 'erased') throw new AppError('not-found', 'Nothing was erased under that id.')
  const text = unseal(deps, erasureId)
  const { personId, cause } = found
  db.transaction((tx) =>
    insertErasure(tx, { ...stampOf(tx, deps), refersTo: erasureId, personId, kind: 'opened', cause, reason }),
  )
  deps.emit({ kind: 'changed', topics: ['leads'] })
  const fileId = newId()
  const folder = join(data, 'outbox')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, fileId), text, { mode: 0o600 })
  return { fileId, name: `callwright-sealed-${dayOf(zone, found.at)}.json` }
}
