import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { DAY_ENV } from '../helpers/day.ts'
import { startHeadless, type Headless } from '../helpers/headless.ts'
import { UNREACHED } from '../helpers/unreached.ts'

let data = ''
let app: Headless
const start = async () => void (app = await startHeadless({ data, env: DAY_ENV }))

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'callwright-mid-call-'))
  await start()
  await app.call('demo.seed', {})
})
afterEach(async () => {
  await app.kill()
  rmSync(data, { recursive: true, force: true })
})

async function listOnDesk(): Promise<string> {
  const { settings, lists } = await app.call('app.state', {})
  const listId = settings.listId ?? lists[0]?.id
  if (!listId) throw new Error('the sample has no list')
  return listId
}

const NO_ANSWER = { ...UNREACHED, outcome: 'no_answer' } as const

it('keeps the note, the answers, the call in progress and the last outcome through kill -9', async () => {
  const listId = await listOnDesk()
  const first = await app.call('desk.open', { listId, leadId: null, after: null })
  if (!first?.draft) throw new Error('nobody to call')
  const logged = await app.call('call.log', {
    ...NO_ANSWER,
    leadId: first.leadId,
    callId: first.draft.callId,
    listId,
  })
  if (logged.kind !== 'logged' || !logged.next) throw new Error('not logged')
  const { leadId } = logged.next
  const phoneId = logged.next.person.phones[0]?.id ?? ''
  await app.call('call.dial', { leadId, phoneId, override: 'they asked for it' })
  await app.call('call.answered', { leadId })
  await app.call('desk.note', { leadId, note: 'Quiere un caso de automoción; Carmen deci' })
  await app.call('call.answer', {
    leadId,
    criterion: 'need',
    state: 'answered',
    grade: 'must_have',
    amountMinor: null,
    currency: null,
    date: null,
    evidence: 'merma del 6 %',
    stillValid: false,
  })
  const before = await app.call('desk.open', { listId, leadId, after: null })
  await app.kill()

  await start()
  const after = await app.call('desk.open', { listId, leadId, after: null })
  // The call went on meanwhile, on a clock that begins anew with the engine.
  expect(after?.draft).toEqual({
    ...before?.draft,
    elapsed: expect.any(Number) as number,
    clock: expect.any(String) as string,
  })
  expect(after?.draft).toMatchObject({ note: 'Quiere un caso de automoción; Carmen deci' })
  expect(after?.draft?.answeredAt).not.toBeNull()
  expect(after?.board.answers).toMatchObject([
    { criterion: 'need', grade: 'must_have', evidence: 'merma del 6 %' },
  ])
  const last = await app.call('desk.open', { listId, leadId: first.leadId, after: null })
  expect(last?.history.find(({ id }) => id === logged.callId)).toMatchObject({ outcome: 'no_answer' })
})

it('logs a call once, however often a reply was lost and it is sent again', async () => {
  const listId = await listOnDesk()
  const card = await app.call('desk.open', { listId, leadId: null, after: null })
  if (!card?.draft) throw new Error('nobody to call')
  const request = { ...NO_ANSWER, leadId: card.leadId, callId: card.draft.callId, listId }
  const first = await app.call('call.log', request)
  await app.kill()
  await start()
  const again = await app.call('call.log', request)
  expect(again).toMatchObject({ kind: 'logged', callId: (first as { callId: string }).callId })
  const calls = (await app.call('desk.open', { listId, leadId: card.leadId, after: null }))?.history
  expect(calls?.filter(({ id }) => id === card.draft?.callId)).toHaveLength(1)
})
