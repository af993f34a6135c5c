import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { HOUR, MINUTE } from '#shared/lib/time'
import { sitAtDesk } from '#electron/db/device'
import { raw } from '#electron/db/raw'
import { begin } from '#electron/services/erase/deed'
import { traces, untilClean } from '../helpers/erased.ts'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { importFile, undoImport } from '../helpers/import-file.ts'
import { testApp } from '../helpers/test-app.ts'

const WORDS = [
  'Zenobia Quirós',
  'Quirós Zenobia',
  'zenobia@quiros.test',
  '600900901',
  'Zahonero',
  'CRM-99021',
]
const CSV = `id;nombre;empresa;email;teléfono;hobby
CRM-99021;Zenobia Quirós;Zahonero Tornería;zenobia@quiros.test;600 900 901;vela
CRM-99022;Luis Oca;Norte SL;luis@norte.example;600 900 902;ajedrez
`

let folder: string
let file: string
let app: DeskApp
let admin: string
let zenobia: string
let luis: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'callwright-erase-'))
  file = join(folder, 'callwright.db')
  app = deskApp({ file, deps: {} })
  admin = app.given.rep('Irene', 'admin')
  await importFile(app, CSV, here())
  const leadOf = (name: string) =>
    raw<{ id: string }>(
      app.db,
      'SELECT leads.id FROM leads JOIN persons ON persons.id = person_id WHERE name = ?',
    ).get(name)?.id ?? ''
  zenobia = leadOf('Zenobia Quirós')
  luis = leadOf('Luis Oca')
})
afterEach(() => {
  app.close()
  rmSync(folder, { recursive: true, force: true })
})

async function history() {
  await app.answer(zenobia, 'need', { grade: 'must_have', evidence: 'Zenobia Quirós wants less scrap' })
  await app.call('desk.note', { leadId: zenobia, note: 'reach her on 600-900-901' })
  await app.log(zenobia, 'callback')
  app.clock.advance(HOUR)
  await app.call('lead.edit', { leadId: zenobia, field: 'title', value: 'Directora', of: null })
  await app.open(luis)
  await app.call('desk.note', { leadId: luis, note: 'knows Zenobia Quiros (zenobia@quiros.test), ask again' })
  await app.log(luis, 'no_answer')
  app.clock.advance(MINUTE)
}

/** On the list that stands already. */
const here = () => ({ listId: app.list, newList: null })

async function erase(leadId = zenobia) {
  app.sit(admin)
  const done = await app.call('erase.person', { leadId, askedOn: '2026-03-09' })
  await untilClean(app)
  return done
}

describe('erasing somebody', () => {
  it('leaves nothing that says who: no row, no word of the search, no byte of a file', async () => {
    await history()
    expect(traces(app, file, WORDS)).not.toEqual([])
    await erase()
    expect(traces(app, file, WORDS)).toEqual([])
    const notes = app.rows<{ text: string }>('texts').map(({ text }) => text)
    expect(notes).toContain('knows […] ([…]), ask again')
    const { fileId } = await app.call('person.give', { leadId: zenobia, format: 'json', language: 'es' })
    const given = readFileSync(join(app.data, 'outbox', fileId), 'utf8').toLowerCase()
    expect(WORDS.filter((word) => given.includes(word.toLowerCase()))).toEqual([])
    expect(JSON.parse(given).calls).toHaveLength(1)
  })

  it('leaves calls, answers and outcomes as they were', async () => {
    await history()
    const facts = ['calls', 'answers', 'stage_changes', 'promises', 'edits']
    const before = facts.map((table) => app.rows(table))
    await erase()
    expect(facts.map((table) => app.rows(table))).toEqual(before)
  })

  it('is told beforehand: what goes, what stays, until when it is sealed', async () => {
    await history()
    app.sit(admin)
    const told = await app.call('erase.preview', { leadId: zenobia })
    expect(told).toMatchObject({
      name: 'Zenobia Quirós',
      parts: 1,
      block: null,
      company: 'Zahonero Tornería',
    })
    expect(told.goes).toContainEqual({ what: 'phones', count: 1 })
    expect(told.stays).toContainEqual({ what: 'calls', count: 1 })
    expect(told.stays).toContainEqual({ what: 'hashes', count: 2 })
    expect(new Date(told.sealedUntil ?? 0).toISOString()).toBe('2029-03-09T23:00:00.000Z')
  })

  it('is for admins, not while a call is open, and not twice', async () => {
    const person = { leadId: zenobia, askedOn: null }
    app.sit(app.oscar)
    for (const method of ['erase.preview', 'erase.person'] as const)
      await expect(app.call(method, person)).rejects.toMatchObject({ reason: 'needs-admin' })
    app.sit(admin)
    await app.open(zenobia)
    await app.call('call.dial', { leadId: zenobia, phoneId: null } as never).catch(() => null)
    raw(app.db, 'UPDATE drafts SET dialled_at = 1').run()
    await expect(app.call('erase.person', person)).rejects.toMatchObject({ reason: 'call-is-open' })
    raw(app.db, 'UPDATE drafts SET dialled_at = NULL').run()
    await erase()
    await expect(app.call('erase.person', person)).rejects.toMatchObject({ reason: 'erased' })
  })
})

describe('what was erased', () => {
  it('is erased again when an older copy of the store is put back', async () => {
    await history()
    raw(app.db, 'VACUUM INTO ?').run(join(folder, 'copy.db'))
    await erase()
    const again = testApp({ file: join(folder, 'copy.db'), now: app.clock.now(), deps: { data: app.data } })
    try {
      sitAtDesk(again.db, admin)
      await untilClean(again)
      expect(traces({ db: again.db, data: app.data }, join(folder, 'copy.db'), WORDS)).toEqual([])
      const { erased } = await again.call('erase.log', {})
      expect(erased).toMatchObject([{ cause: 'request', askedOn: '2026-03-09', clean: true }])
    } finally {
      again.close()
    }
  })

  it('is carried out at the next start when the power went before it was, also with half a line in the journal', async () => {
    await history()
    app.sit(admin)
    const personId = raw<{ id: string }>(app.db, 'SELECT person_id AS id FROM leads WHERE id = ?').get(
      zenobia,
    )
    const wanted = { cause: 'request', askedOn: null, refersTo: null, repId: admin } as const
    begin(app.deps, { ...wanted, personId: personId?.id ?? '' })
    appendFileSync(join(app.data, 'erased', 'journal.jsonl'), '{"kind":"cle')
    app.store.close()
    const again = testApp({ file, now: app.clock.now(), deps: { data: app.data } })
    await untilClean(again)
    expect(traces({ db: again.db, data: app.data }, file, WORDS)).toEqual([])
    expect((await again.call('erase.log', {})).erased).toHaveLength(1)
    again.close()
    app = deskApp()
  })

  it('is sealed: only an admin opens the copy, with a reason that is kept, until it is destroyed', async () => {
    await history()
    const { erasureId } = await erase()
    const sealed = readdirSync(join(app.data, 'erased')).filter((name) => name.endsWith('.sealed'))
    expect(sealed).toEqual([`${erasureId}.sealed`])
    const { fileId } = await app.call('erase.open', { erasureId, reason: 'claim 12/26' })
    const text = readFileSync(join(app.data, 'outbox', fileId), 'utf8')
    expect(text).toContain('zenobia@quiros.test')
    app.sit(app.oscar)
    const asked = app.call('erase.open', { erasureId, reason: 'curious' })
    await expect(asked).rejects.toMatchObject({ reason: 'needs-admin' })
    app.sit(admin)
    expect((await app.call('erase.log', {})).erased[0]?.opened).toMatchObject([
      { by: 'Irene', reason: 'claim 12/26' },
    ])
    app.clock.set(Date.UTC(2029, 2, 10))
    expect((await app.call('erase.log', {})).erased[0]?.destroyedAt).toBe(Date.UTC(2029, 2, 10))
    const late = app.call('erase.open', { erasureId, reason: 'claim 12/26' })
    await expect(late).rejects.toMatchObject({ reason: 'seal-gone' })
  })
})

describe('somebody who was erased', () => {
  it('is refused when a file brings them again: counted, said, and nothing of the row is kept', async () => {
    await erase()
    const before = app.rows('persons')
    const again = await importFile(app, CSV.replaceAll('CRM-9902', 'CRM-8802'), here())
    expect(again).toMatchObject({ rows: 2, erased: 1, counts: { suppressed: 1 } })
    expect(app.rows('persons')).toEqual(before)
    const rows = JSON.stringify([app.rows('import_rows'), app.rows('identities'), app.rows('texts')])
    expect(rows).not.toMatch(/zenobia|900901/i)
  })

  it('is known by one number alone, but not by one that two had, unless the name says so', async () => {
    const shared = `nombre;teléfono\nLuis Oca;600 900 901\n`
    await importFile(app, shared, { ...here(), mode: 'create' })
    await erase()
    const file = `nombre;teléfono\nZENOBIA QUIROS;600900901\nPetra Sanz;600900901\n`
    expect(await importFile(app, file, here())).toMatchObject({ rows: 2, erased: 1, counts: { create: 1 } })
  })

  it('keeps a wish not to be called: the number written down again by hand is called by nobody', async () => {
    await app.log(zenobia, 'do_not_call')
    await erase()
    await app.call('lead.edit', { leadId: luis, field: 'phone', value: '600 900 901', of: null })
    const suppressed = app.rows<{ scope: string; source: string }>('suppressions', `source = 'erased'`)
    expect(suppressed).toMatchObject([{ scope: 'number', channel: 'call' }])
  })

  it('is not brought back by undoing the imports that made and changed them', async () => {
    const first = app.rows<{ id: string }>('imports')[0]?.id ?? ''
    const other = CSV.replace('Zahonero Tornería', 'Otra SA').replace('600 900 901', '600 900 999')
    const { importId } = await importFile(app, other, here())
    await history()
    await erase()
    for (const each of [importId, first]) {
      await app.call('import.undoPreview', { importId: each })
      await undoImport(app, each)
    }
    expect(traces(app, file, [...WORDS, '600900999'])).toEqual([])
    const again = await importFile(app, CSV)
    expect(again).toMatchObject({ erased: 1 })
  })
})
