import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { onTestFinished, vi } from 'vitest'

import type { Bridge } from '#shared/contract/bridge'
import type { AppEvent } from '#shared/contract/events'
import type { Language } from '#shared/domain/language'
import { callOver } from '../../renderer/api.ts'
import { App } from '../../renderer/app.tsx'
import { createAppStore } from '../../renderer/app-store.ts'
import { en } from '../../renderer/i18n/en.ts'
import { es } from '../../renderer/i18n/es.ts'
import { startWords } from '../../renderer/i18n/setup.ts'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'

/** A browser's parts that jsdom leaves out, and a clock that stands still at the engine's time. */
export function stageBrowser(): void {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: NOW })
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
  // axe asks for one and does without.
  HTMLCanvasElement.prototype.getContext = () => null
  sessionStorage.clear()
  location.hash = ''
}

/** The real app behind the real screen, in one process. */
export async function showApp(
  prepare: (app: DeskApp) => void | Promise<void>,
  language: Language = 'en',
  hostOf: (app: DeskApp) => Partial<Bridge> = () => ({}),
  catalogues: Parameters<typeof startWords>[1] = { en, es },
) {
  const listeners = new Set<(event: AppEvent) => void>()
  const app = deskApp({
    deps: { emit: (event) => queueMicrotask(() => listeners.forEach((listener) => listener(event))) },
  })
  let stop = () => {}
  const asked = new Set<Promise<unknown>>()
  onTestFinished(async () => {
    cleanup()
    stop()
    listeners.clear()
    // What the screen still asks of the engine must find its store open.
    while (asked.size > 0) await Promise.allSettled(asked)
    vi.useRealTimers()
    vi.unstubAllGlobals()
    app.close()
  })
  await app.call('settings.save', { language, listId: app.list })
  await prepare(app)
  const host: Bridge = {
    send: (method, input) => {
      const reply = app.dispatch(method, input)
      asked.add(reply)
      void reply.finally(() => asked.delete(reply))
      return reply
    },
    onEvent: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    upload: () => Promise.reject(new Error('no files here')),
    save: () => Promise.reject(new Error('no files here')),
    ...hostOf(app),
  }
  const store = createAppStore(callOver(host.send), host)
  stop = store.listen()
  await store.load()
  const user = userEvent.setup({ advanceTimers: (by) => void vi.advanceTimersByTime(by) })
  const words = startWords(language, catalogues)
  const view = render(<App host={host} store={store} words={words} />)
  /** As after a reload: whatever only a screen knew is gone. */
  const reopen = () => {
    view.unmount()
    render(<App host={host} store={store} words={words} />)
  }
  const name = async (wanted: string) => {
    await screen.findByRole('heading', { level: 1, name: wanted })
    // The first moment of a new lead is deaf to keys.
    act(() => void vi.advanceTimersByTime(500))
  }
  return { app, user, view, name, reopen, press: (keys: string) => user.keyboard(keys) }
}

/** Ana Ruiz and Luis Peña, who are called one after the other. */
export const showTwo = () =>
  showApp((app) => {
    app.lead('Ana Ruiz')
    app.lead('Luis Peña')
  })

/** Whose name is on the desk, or a screen's. */
export const heading = () => screen.getByRole('heading', { level: 1 })
/** What a screen reader was told last. */
export const said = () => screen.getByTestId('said')
