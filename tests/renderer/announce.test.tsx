import { act, render, screen } from '@testing-library/react'
import { useEffect } from 'react'
import { expect, it } from 'vitest'

import { AnnounceProvider, useAnnouncer, type Announcer } from '#renderer/ui/announce'

function Speaker({ hand }: { hand: (announcer: Announcer) => void }) {
  const announcer = useAnnouncer()
  useEffect(() => hand(announcer), [hand, announcer])
  return null
}

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
