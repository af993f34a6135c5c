import { act, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'

import { AnnounceProvider, useAnnouncer, type Announcer } from '#renderer/ui/announce'

let announcer: Announcer
function Speaker() {
  announcer = useAnnouncer()
  return null
}

it('says each of two sentences that come at once, and one that repeats once more', () => {
  render(
    <AnnounceProvider closeLabel="Close">
      <Speaker />
    </AnnounceProvider>,
  )
  const sentences = () => [...screen.getByRole('log').children].map(({ textContent }) => textContent)
  act(() => {
    announcer.say('Saved for Ana.')
    announcer.say('Luis expects your call.')
  })
  expect(sentences()).toEqual(['Saved for Ana.', 'Luis expects your call.'])
  const [, last] = screen.getByRole('log').children
  act(() => announcer.say('Luis expects your call.'))
  expect(sentences()).toHaveLength(3)
  expect(screen.getByRole('log').children[1]).toBe(last)
})
