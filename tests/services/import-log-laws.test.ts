import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import Papa from 'papaparse'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'

import type { Output } from '#shared/contract/api'
import { createApp } from '#electron/services/app'
import { DAY, MINUTE } from '#shared/lib/time'
import { closingAfter } from '../helpers/closing.ts'
import { historyPlan } from '../helpers/call-history.ts'
import { ended, handIn, inspect, NEW_LIST, planOf, undoImport } from '../helpers/import-file.ts'
import { callThrough, testApp, type TestApp } from '../helpers/test-app.ts'

type Entry = Output<'imports.list'>[number]

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
})
afterEach(() => app.close())

const ENDS = ['run', 'killed', 'cancelled', 'undone'] as const
const PEOPLE = ['externalId', 'fullName', 'phone', 'title', 'doNotCall', null] as const
const CALLS = ['calledAt', 'externalId', 'outcome', 'agent'] as const
const id = fc.constantFrom('1', '2', '3', '4', '')
/** An id is one person's: with another name it would be somebody else. */
const NAMES: Readonly<Record<string, string>> = { 1: 'Sol Roa', 2: 'Luis Gil', 3: 'Eva Sanz', 4: 'Paz Oller' }
const people = fc.record({
  kind: fc.constant('people' as const),
  rows: fc.array(fc.tuple(id, fc.constantFrom('Iker Mas', ''), fc.boolean()), {
    minLength: 1,
    maxLength: 6,
  }),
})
const calls = fc.record({
  kind: fc.constant('calls' as const),
  rows: fc.array(fc.tuple(id, fc.nat({ max: 500 }), fc.boolean()), { minLength: 1, maxLength: 6 }),
})
const file = fc.record({
  file: fc.oneof({ weight: 2, arbitrary: people }, calls),
  ends: fc.constantFrom(...ENDS),
  cut: fc.nat({ max: 40 }),
  cost: fc.option(fc.record({ minor: fc.nat({ max: 99_999 }), currency: fc.constantFrom('EUR', 'USD') })),
  basis: fc.option(fc.constantFrom('fair', 'register')),
})
type File = typeof file extends fc.Arbitrary<infer T> ? T : never

/** What each file says, so that no two are alike; whoever has an id in it is touched by it. */
let made = 0
const textOf = ({ file: { kind, rows } }: File, n: number): string =>
  kind === 'people'
    ? Papa.unparse([
        ['ID', 'Nombre', 'Tel', 'Cargo', 'No llamar', 'Color'],
        ...rows.map(([key, name, no]) => [
          key,
          NAMES[key] ?? name,
          '',
          key && `Jefe ${n}`,
          no ? 'sí' : 'no',
          'rojo',
        ]),
      ])
    : Papa.unparse([
        ['Fecha', 'ID', 'Fin', 'Quién'],
        ...rows.map(([key, minute, isReached]) => [
          when(n, minute),
          key,
          isReached ? 'Ringing' : 'Raro',
          'Eva',
        ]),
      ])
const when = (n: number, minute: number) => {
  const [date = '', time = ''] = new Date(Date.UTC(2020, 0, 1) + n * DAY + minute * MINUTE)
    .toISOString()
    .split('T')
  return `${date.split('-').toReversed().join('/')} ${time.slice(0, 5)}`
}

/** Brings it in to its end, and says what the log must say of it. */
async function bring(given: File, listId: string) {
  const n = ++made
  const bytes = textOf(given, n)
  const name = `${n}.csv`
  const at = app.clock.now()
  const closing = given.ends === 'killed' ? closingAfter(given.cut + 1) : null
  const fileId = handIn(app, bytes)
  let importId = ''
  if (given.file.kind === 'people') {
    const columns = PEOPLE.map((field, index) => ({ index, field, rule: 'overwrite' as const }))
    const asked = {
      name,
      headerLine: 1,
      columns,
      newList: null,
      listId,
      cost: given.cost,
      basis: given.basis,
    }
    const plan = planOf(await inspect(app, fileId), { ...asked, delimiter: ',' })
    if (closing) Object.assign(app.deps, { closing: closing.signal })
    ;({ importId } = await app.call('import.run', { fileId, plan }))
    if (given.ends === 'cancelled') await app.call('import.cancel', { importId })
    else if (!closing) await ended(app, importId)
    else
      while (!closing.isClosed() && (await app.call('import.status', { importId })).state === 'running')
        await new Promise((resolve) => setImmediate(resolve))
    if (closing) await app.call('import.cancel', { importId })
  } else {
    if (closing) Object.assign(app.deps, { closing: closing.signal })
    const plan = historyPlan(CALLS, { name, delimiter: ',' })
    const running = app.call('history.run', { fileId, plan })
    if (given.ends === 'cancelled') await app.call('history.cancel', {})
    importId = (await running.catch(() => null))?.importId ?? ''
  }
  if (closing) {
    app.clock.advance(MINUTE)
    const deps = { ...app.deps, closing: new AbortController().signal }
    app = { ...app, deps, call: callThrough(createApp(deps)) }
    while (isOn(await entryOf(name))) await new Promise((resolve) => setImmediate(resolve))
  }
  const entry = await entryOf(name)
  if (given.ends === 'undone' && entry?.state === 'done') {
    app.clock.advance(MINUTE)
    if (given.file.kind === 'people') await undoImport(app, importId)
    else await app.call('history.undo', { importId })
  }
  return { given, name, bytes, at, listId }
}
type Brought = Awaited<ReturnType<typeof bring>>

const entryOf = async (name: string): Promise<Entry | undefined> =>
  (await app.call('imports.list', {})).find(({ fileName }) => fileName === name)

const isOn = (entry: Entry | undefined) => entry?.state === 'running' || entry?.state === 'undoing'

const STATES: Readonly<Record<File['ends'], readonly Entry['state'][]>> = {
  run: ['done'],
  // A history that a crash cut off is taken back; people begin again from their file.
  killed: ['done', 'failed'],
  // One that was over by then stays.
  cancelled: ['cancelled', 'done'],
  undone: ['undone'],
}

/** Everything that the log says of a file is there and true. */
function isTold(entry: Entry | undefined, { given, bytes, at, listId }: Brought): void {
  const { kind, rows } = given.file
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const header = bytes.split('\r\n')[0]?.split(',') ?? []
  const fields = kind === 'people' ? PEOPLE : CALLS
  expect(entry).toMatchObject({
    at,
    by: 'Ana',
    hash: sha256.slice(0, 12),
    holds: kind,
    listId: kind === 'people' ? listId : null,
    cost: kind === 'people' ? given.cost : null,
    basis: kind === 'people' ? given.basis : null,
    isMend: false,
    mended: 0,
    columns: fields.map((field, index) => ({ index, header: header[index], field })),
  })
  if (!entry) return
  expect(STATES[given.ends]).toContain(entry.state)
  const sum = Object.values(entry.counts).reduce((all, each) => all + each, 0)
  const isIn = entry.state === 'done' || entry.state === 'undone'
  expect([entry.rows, sum]).toEqual(isIn ? [rows.length, rows.length] : [0, 0])
  if (isIn) expect(entry.seconds).toBeGreaterThan(0)
  expect(entry.undoUntil === null).toBe(entry.state !== 'done')
}

const leads = () =>
  app.db.all<{ id: string; key: string }>(
    sql`SELECT id, external_id AS key FROM leads WHERE external_id IS NOT NULL ORDER BY id`,
  )

/** Whom a file that stands said something of: every row of people says another title, every call is another. */
function touchedBy({ file: { kind, rows } }: File): string[] {
  const said = rows.filter(([, , isReached]) => kind === 'people' || isReached).map(([key]) => key)
  return leads().flatMap(({ id, key }) => (said.some((each) => each === key) ? [id] : []))
}

/** Files that each lead's story tells. */
async function told(): Promise<[string, string[]][]> {
  const all: [string, string[]][] = []
  for (const { id } of leads()) {
    const asked = { leadId: id, kinds: ['import' as const], repId: null, since: null, before: null }
    const { items } = await app.call('lead.timeline', asked)
    all.push([id, [...new Set(items.map(({ text }) => text ?? ''))].toSorted()])
  }
  return all
}

it('the log tells of every file all there is to tell, however it ended, and each lead which touched it', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => said.mockRestore())
  const { id: listId } = await app.call('lists.save', { ...NEW_LIST, id: null, name: 'Home' })
  const touched = new Map<string, string[]>()
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), async (files) => {
      const brought: Brought[] = []
      for (const each of files) {
        app.clock.advance(MINUTE)
        const one = await bring(each, listId)
        brought.push(one)
        if ((await entryOf(one.name))?.state !== 'done') continue
        for (const id of touchedBy(each)) touched.set(id, [...(touched.get(id) ?? []), one.name].toSorted())
      }
      expect(await told()).toEqual(leads().map(({ id }) => [id, touched.get(id) ?? []]))
      for (const each of brought) {
        const entry = await entryOf(each.name)
        // One that nobody began to read is in no log.
        if (entry || each.given.file.kind === 'people' || each.given.ends !== 'cancelled') isTold(entry, each)
      }
    }),
    { numRuns: 12, endOnFailure: true },
  )
})
