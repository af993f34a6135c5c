import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'

import { answers } from '#electron/db/schema/facts'
import { texts } from '#electron/db/schema/person'
import { sitAtDesk } from '#electron/db/device'
import type { ExportProfile } from '#shared/domain/export/profile'
import { HOUR } from '#shared/lib/time'
import { historyOf, type History } from './history.ts'
import { NOW, testApp } from './test-app.ts'

/** A rep with a list, and what went out of it. */
export function exportDesk() {
  const app = testApp()
  const add = historyOf(app.db, app.deps.newId)
  const lucia = add.rep('Lucía M.')
  const metal = add.list('Metal')
  sitAtDesk(app.db, lucia)

  /** A person who was qualified in one call, with the proofs that go with it. */
  function sql(
    name: string,
    more: Parameters<History['person']>[1] = {},
    lead: Parameters<History['lead']>[2] = {},
  ) {
    const acme = {
      id: add.company('Forjas Gar', { domain: 'forjas.example', employees: 40 }),
      name: 'Forjas Gar',
    }
    const personId = add.person(name, {
      company: acme,
      phones: ['+34600111222'],
      emails: ['a@forjas.example'],
      ...more,
    })
    const leadId = add.lead(personId, metal, { companyId: acme.id, stage: 'sql', ...lead })
    const at = NOW - HOUR
    const of = { leadId, personId, listId: metal, repId: lucia }
    const callId = add.call({ ...of, at, outcome: 'qualified', talk: 240, note: 'Wants a quote' })
    const stageId = add.stage({ ...of, at, to: 'sql', callId, frozen: { now: 8000, threshold: 75 } })
    answer(of, callId, 'budget', 'will_buy', 'Signed off in January')
    add.promise({ ...of, at, callId, kind: 'meeting', dueAt: NOW + 24 * HOUR })
    return { ...of, callId, stageId }
  }

  function answer(
    of: { leadId: string; personId: string; repId: string },
    callId: string | null,
    criterion: string,
    grade: string,
    evidence?: string,
  ) {
    const id = app.deps.newId()
    const stamp = {
      id,
      repId: of.repId,
      device: 'd',
      seq: 0,
      at: NOW - HOUR,
      offset: 60,
      clock: id,
      ruleVersion: 0,
    }
    app.db
      .insert(answers)
      .values({
        ...stamp,
        ...of,
        id,
        callId,
        criterion,
        state: 'answered',
        grade,
        amountMinor: 2_000_050,
        currency: 'EUR',
      })
      .run()
    if (evidence)
      app.db
        .insert(texts)
        .values({ factId: id, field: 'evidence', personId: of.personId, text: evidence })
        .run()
  }

  function read(fileId: string): Record<string, string>[] {
    const text = readFileSync(join(app.data, 'outbox', fileId), 'utf8').replace(/^\uFEFF/, '')
    return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
  }
  async function run(profile: ExportProfile) {
    const { files, ...rest } = await app.call('export.run', { profile })
    return { files: files.map(({ fileId, name }) => ({ name, rows: read(fileId) })), ...rest }
  }
  return { ...app, add, lucia, metal, sql, answer, read, run }
}
export type ExportDesk = ReturnType<typeof exportDesk>
