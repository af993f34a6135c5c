import { expect, it } from 'vitest'

import { callOver } from '../../renderer/api.ts'
import { createAppStore } from '../../renderer/app-store.ts'
import { COMPLETE, deskApp } from '../helpers/desk.ts'
import { UNREACHED } from '../helpers/unreached.ts'

it('says that something is saved when it was kept, not when it was looked at or refused', async () => {
  const app = deskApp()
  const leadId = app.lead('Ana Ruiz')
  const { callId } = (await app.open(leadId)).draft
  const store = createAppStore(callOver(app.dispatch), { onEvent: () => () => {} })
  const savedAt = () => store.getState().savedAt

  await store.call('queue.forecast', { listId: app.list })
  await store.call('promises.fits', { leadId, repId: app.lucia, at: app.clock.now() })
  const qualified = { ...UNREACHED, ...COMPLETE.qualified, leadId, callId, listId: app.list } as const
  expect(await store.call('call.log', { ...qualified, outcome: 'qualified' })).toMatchObject({
    kind: 'refused',
  })
  expect(savedAt()).toBeNull()

  await store.call('desk.note', { leadId, note: 'quiere verlo' })
  expect(savedAt()).not.toBeNull()
  app.close()
})
