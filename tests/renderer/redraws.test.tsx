import { act, screen } from '@testing-library/react'
import { beforeEach, expect, it, onTestFinished } from 'vitest'

import type { Bridge } from '#shared/contract/bridge'
import type { Job } from '#shared/contract/events'
import { MINUTE } from '#shared/lib/time'
import { callOver } from '../../renderer/api.ts'
import { createAppStore } from '../../renderer/app-store.ts'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

const WORK: Job = {
  id: 'job-1',
  kind: 'import',
  label: 'leads.csv',
  state: 'running',
  done: 1000,
  total: 9000,
  startedAt: NOW,
}

/** Counts how often the lists are looked at by what is drawn: the frame does at every draw, and so does a desk. */
function looks() {
  const seen = { count: 0 }
  const hostOf = (app: DeskApp): Partial<Bridge> => ({
    send: async (method, input) => {
      const reply = await app.dispatch(method, input)
      if (method === 'app.state' && reply.ok) watch(reply.value as { lists: unknown })
      return reply
    },
  })
  const watch = (state: { lists: unknown }) => {
    const { lists } = state
    Object.defineProperty(state, 'lists', { enumerable: true, get: () => (seen.count++, lists) })
  }
  return { seen, hostOf }
}

it('work that tells how far it is draws its own line anew and nothing around it', async () => {
  const { seen, hostOf } = looks()
  const { app, name } = await showApp((desk) => void desk.lead('Ana Ruiz'), 'en', hostOf)
  await name('Ana Ruiz')
  await screen.findByText('1 lead')
  const tell = (done: number) => act(async () => app.deps.emit({ kind: 'job', job: { ...WORK, done } }))
  await tell(1000)
  expect(await screen.findByText(/1,000 of 9,000/)).toBeInTheDocument()
  expect(seen.count).toBeGreaterThan(0)
  const before = seen.count
  for (const done of [2000, 3000, 4000]) await tell(done)
  expect(await screen.findByText(/4,000 of 9,000/)).toBeInTheDocument()
  expect(seen.count).toBe(before)
})

it('an answer that says what is known already is the same object: nobody draws it anew', async () => {
  const app = deskApp()
  onTestFinished(app.close)
  const store = createAppStore(callOver(app.dispatch), { onEvent: () => () => {} })
  await store.load()
  const first = store.getState().app
  app.clock.advance(MINUTE)
  await app.log(app.lead('Ana Ruiz'), 'no_answer')
  await store.load()
  expect(store.getState().app).toBe(first)
  await app.call('settings.save', { density: 'compact' })
  await store.load()
  expect(store.getState().app?.settings.density).toBe('compact')
})
