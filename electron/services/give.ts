import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { momentIn } from '#shared/domain/export/evidence'
import { personHtml, personJson, SECTIONS } from '#shared/domain/export/person-data'
import { atLeast } from '#shared/domain/people'
import { recordOf } from '#shared/lib/table'
import { insertEdit, insertText } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { givenOf, selvesOf } from '#electron/db/give'
import { findLead } from '#electron/db/lead'
import type { Deps } from './deps.ts'
import { mustExist, sitting } from './facts.ts'

export const giveHandlers = (deps: Deps) =>
  ({ 'person.give': (input) => give(deps, input) }) satisfies Partial<Handlers>

const WRITE = { json: personJson, html: personHtml } as const

/** All that is held on a person, as a file to take away; that it was given is a fact. Throws AppError 'not-allowed' for reps. */
function give(deps: Deps, { leadId, format, language }: Input<'person.give'>): Output<'person.give'> {
  const { db, zone, now, newId } = deps
  const rep = sitting(db)
  if (!atLeast(rep.role, 'team_lead'))
    throw new AppError('not-allowed', "Only a team lead gives a person's data.", 'needs-team-lead')
  mustExist(db, leadId)
  const personId = findLead(db, leadId)?.person.id ?? ''
  const data = db.transaction((tx) => {
    const selves = selvesOf(tx, personId)
    const found = recordOf(SECTIONS, (section) => givenOf(tx, section, selves))
    const stamp = stampOf(tx, deps)
    insertEdit(tx, { ...stamp, leadId, personId, field: 'given' })
    insertText(tx, { factId: stamp.id, field: 'after', personId, text: format.toUpperCase() })
    return found
  })
  const moment = (at: number) => momentIn(zone, at)
  const text = WRITE[format]({ data, madeAt: now(), by: rep.name, language, moment })
  const fileId = newId()
  mkdirSync(join(deps.data, 'outbox'), { recursive: true, mode: 0o700 })
  writeFileSync(join(deps.data, 'outbox', fileId), text, { mode: 0o600 })
  return { fileId, name: `callwright-person-${moment(now()).slice(0, 10)}.${format}` }
}
