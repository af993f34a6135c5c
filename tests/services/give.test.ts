import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { QUERIES } from '#electron/db/give'
import { raw } from '#electron/db/raw'
import { SECTIONS } from '#shared/domain/export/person-data'
import { MINUTE } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
let ana: string
beforeEach(async () => {
  app = deskApp()
  ana = app.lead('Ana <b>Ruiz</b>', { extra: { Hobby: 'sailing' } })
  await app.answer(ana, 'need', { grade: 'must_have', evidence: 'scrap over 6 %' })
  await app.call('desk.note', { leadId: ana, note: 'asked for Luis & Eva' })
  await app.log(ana, 'callback')
  app.clock.advance(MINUTE)
  await app.call('lead.edit', { leadId: ana, field: 'title', value: 'Directora', of: null })
  app.sit(app.oscar)
})
afterEach(() => app.close())

async function give(format: 'json' | 'html', language: 'es' | 'en' = 'en'): Promise<string> {
  const { fileId } = await app.call('person.give', { leadId: ana, format, language })
  return readFileSync(join(app.data, 'outbox', fileId), 'utf8')
}

/** Working state, caches, and what only counts: nothing of a person that does not stand elsewhere as well. */
const NOT_GIVEN: Readonly<Record<string, string>> = {
  queue: 'a cache of the facts',
  kept_ranks: 'where a lead stood in the queue, for an undo',
  search: 'an index of names and numbers',
  leases: 'who is before whom at this minute',
  batch_leads: 'which leads a bulk deed took; its facts are given',
  pairing_leads: 'which lead a merge moved; the merge is given',
  review_pairs: 'a suggestion, made anew',
}

it('asks every table that points to a person or a lead', () => {
  const tables = raw<{ name: string }>(
    app.db,
    `SELECT DISTINCT m.name FROM sqlite_schema m, pragma_table_info(m.name) c
     WHERE m.type = 'table' AND c.name IN ('person_id', 'lead_id', 'kept_id')`,
  ).all()
  const asked = Object.values(QUERIES).join('\n')
  const given = (name: string) => name === 'texts' || new RegExp(`(FROM|JOIN) ${name}\\b`).test(asked)
  const missing = tables.map(({ name }) => name).filter((name) => !given(name) && !(name in NOT_GIVEN))
  expect(missing).toEqual([])
})

it('gives all of it to a machine: who, numbers, what was said and noted, by whom and when', async () => {
  const data = JSON.parse(await give('json'))
  expect(Object.keys(data)).toEqual(['madeAt', 'madeBy', ...SECTIONS])
  expect(data.person).toMatchObject([
    { name: 'Ana <b>Ruiz</b>', title: 'Directora', company: 'Talleres Norte' },
  ])
  expect(data.phones).toHaveLength(1)
  expect(data.leads).toMatchObject([{ otherColumns: '{"Hobby":"sailing"}' }])
  expect(data.calls).toMatchObject([{ outcome: 'callback', note: 'asked for Luis & Eva' }])
  expect(data.answers).toMatchObject([{ criterion: 'need', evidence: 'scrap over 6 %' }])
  expect(data.edits).toMatchObject([{ field: 'title', after: 'Directora' }])
  expect(Date.parse(data.calls[0].at)).toBeGreaterThan(0)
})

it('is a page to read in either language, in which what was typed is text', async () => {
  const page = await give('html', 'es')
  expect(page).toContain('<h1>Ana &lt;b&gt;Ruiz&lt;/b&gt;</h1>')
  expect(page).toContain('<h2>Llamadas</h2>')
  expect(page).toContain('asked for Luis &amp; Eva')
  expect(page).not.toContain('<b>')
  expect(await give('html')).toContain('<h2>Calls</h2>')
})

it('keeps that it was given, and is not for reps', async () => {
  await give('json')
  const { items } = await app.call('lead.timeline', {
    leadId: ana,
    kinds: ['edit'],
    repId: null,
    since: null,
    before: null,
  })
  expect(items[0]).toMatchObject({ field: 'given', after: 'JSON' })
  app.sit(app.lucia)
  await expect(give('json')).rejects.toMatchObject({ code: 'not-allowed' })
})
