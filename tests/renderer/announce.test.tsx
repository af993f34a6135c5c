import { act, render, screen } from '@testing-library/react'
import { useEffect } from 'react'
import { expect, it, onTestFinished, vi } from 'vitest'

import { AnnounceProvider, useAnnouncer, type Announcer } from '#renderer/ui/announce'

function Speaker({ hand }: { hand: (announcer: Announcer) => void }) {
  const announcer = useAnnouncer()
  useEffect(() => hand(announcer), [hand, announcer])
  return null
}

it('what was only told goes with the screen it was told on; what can be undone, or went wrong, stays', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const announcers: Announcer[] = []
  const hand = (announcer: Announcer) => void announcers.push(announcer)
  render(
    <AnnounceProvider closeLabel="Close">
      <Speaker hand={hand} />
    </AnnounceProvider>,
  )
  const notify = (notice: Parameters<Announcer['notify']>[0]) => act(() => announcers.at(-1)?.notify(notice))
  const leave = () => act(() => void window.dispatchEvent(new HashChangeEvent('hashchange')))
  const shown = () =>
    [...screen.queryAllByRole('status'), ...screen.queryAllByRole('alert')].map(
      (one) => one.querySelector('p')?.textContent,
    )
  const action = { label: 'Undo', onPress: () => {} }
  notify({ text: 'Merged.', about: 'pair', action })
  notify({ text: 'They are two again.', about: 'pair' })
  notify({ text: 'Put off.', action })
  notify({ text: 'The disk is full.', tone: 'bad' })
  expect(shown()).toEqual(['They are two again.', 'Put off.', 'The disk is full.'])
  leave()
  expect(shown()).toHaveLength(3)
  vi.advanceTimersByTime(3000)
  leave()
  expect(shown()).toEqual(['Put off.', 'The disk is full.'])
})

it('says each of two sentences that come at once, and one that repeats once more', () => {
  const announcers: Announcer[] = []
  const hand = (announcer: Announcer) => void announcers.push(announcer)
  render(
    <AnnounceProvider closeLabel="Close">
      <Speaker hand={hand} />
    </AnnounceProvider>,
  )
  const say = (text: string) => act(() => announcers.at(-1)?.say(text))
  const sentences = () => [...screen.getByRole('log').children].map(({ textContent }) => textContent)
  act(() => {
    say('Saved for Ana.')
    say('Luis expects your call.')
  })
  expect(sentences()).toEqual(['Saved for Ana.', 'Luis expects your call.'])
  const [, last] = screen.getByRole('log').children
  say('Luis expects your call.')
  expect(sentences()).toHaveLength(3)
  expect(screen.getByRole('log').children[1]).toBe(last)
})
