import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, it, onTestFinished } from 'vitest'

import type { Input } from '#shared/contract/api'
import { MINUTE } from '#shared/lib/time'
import { DAY, DAY_ENV } from '../helpers/day.ts'
import { startHeadless } from '../helpers/headless.ts'
import { expectScored, leadIds, ON_MADRID, scoredDesk } from '../helpers/scored-desk.ts'
import { testApp } from '../helpers/test-app.ts'
import { UNREACHED } from '../helpers/unreached.ts'

/** Another group of signals: who did something of late is placed anew by all their facts, which takes a while. */
const { download } = ON_MADRID.signals
const data = {
  ...ON_MADRID,
  signals: { ...ON_MADRID.signals, download: { ...download, group: 'intent' } },
} as unknown as Input<'rules.save'>['data']

it('a re-score that is killed goes on when it is started again, and a call that was logged meanwhile is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'callwright-rescore-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const now = Date.parse(DAY)
  const file = join(folder, 'callwright.db')
  const made = scoredDesk(300, { file, now })
  const [leadId = ''] = leadIds(made)
  made.sit(made.admin)
  const { list } = made
  made.close()

  const engine = await startHeadless({ data: folder, env: DAY_ENV })
  onTestFinished(async () => void (await engine.kill()))
  const going = async () => (await engine.call('rules.get', {})).rescore
  expect(await engine.call('rules.save', { kind: 'score', data })).toMatchObject({ kind: 'saved' })
  const card = await engine.call('desk.open', { listId: list, leadId, after: null })
  const call = {
    ...UNREACHED,
    outcome: 'no_answer' as const,
    leadId,
    callId: card?.draft?.callId ?? '',
    listId: list,
  }
  expect(await engine.call('call.log', call)).toMatchObject({ kind: 'logged' })
  for (let at = await going(); at?.done === 0;) at = await going()
  await engine.kill()

  // The day goes on: a clock that was set back would score by the rules of then.
  const later = { ...DAY_ENV, CALLWRIGHT_CLOCK: new Date(now + MINUTE).toISOString() }
  const again = await startHeadless({ data: folder, env: later })
  onTestFinished(async () => void (await again.kill()))
  while ((await again.call('rules.get', {})).rescore !== null);
  await again.stop()
  const app = testApp({ file, now: now + 5 * MINUTE })
  onTestFinished(() => app.close())
  expect(app.db.all(sql`SELECT id FROM calls`)).toEqual([{ id: call.callId }])
  expectScored(app)
})
