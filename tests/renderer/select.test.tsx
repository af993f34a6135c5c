import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'

import { Select } from '#renderer/ui/select'

const NAMES = ['Almería', 'Burgos', 'Cuenca', 'Zamora'] as const
type Name = (typeof NAMES)[number]
const OPTIONS = NAMES.map((name) => ({ id: name, name }))

function Town({ first }: { first: Name | null }) {
  const [town, setTown] = useState(first)
  return <Select label="Town" options={OPTIONS} value={town} onChange={setTown} placeholder="Any" />
}

/** Names that stand in the page, whether they can be seen or not; the empty one is nobody's. */
const held = () =>
  [...document.querySelectorAll('option')]
    .map(({ textContent }) => textContent)
    .filter((text) => text?.trim())
const trigger = (value: string) => screen.getByRole('button', { name: `${value} Town` })

describe('a list of names', () => {
  it('holds the one that is chosen until somebody is on it', async () => {
    render(<Town first="Cuenca" />)
    expect(held()).toEqual(['Cuenca'])
    await userEvent.setup().tab()
    expect(trigger('Cuenca')).toHaveFocus()
    expect(held()).toEqual([...NAMES])
  })

  it.each(['{Enter}', ' ', '{ArrowDown}', '{ArrowUp}'])('opens whole by the key %s', async (key) => {
    const user = userEvent.setup()
    render(<Town first="Cuenca" />)
    await user.tab()
    await user.keyboard(key)
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([...NAMES])
    await waitFor(() => expect(screen.getByRole('option', { name: 'Cuenca' })).toHaveFocus())
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(trigger('Zamora')).toHaveFocus())
  })

  it.each(['Cuenca', null] as const)('opens whole by a press, with %s chosen', async (first) => {
    const user = userEvent.setup()
    render(<Town first={first} />)
    await user.click(trigger(first ?? 'Any'))
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([...NAMES])
    await user.click(screen.getByRole('option', { name: 'Burgos' }))
    expect(trigger('Burgos')).toBeInTheDocument()
  })

  it('finds a name by its letters, and its neighbour by an arrow, without being opened', async () => {
    const user = userEvent.setup()
    render(<Town first="Cuenca" />)
    await user.tab()
    await user.keyboard('z')
    expect(trigger('Zamora')).toHaveFocus()
    await user.keyboard('{ArrowLeft}')
    expect(trigger('Cuenca')).toHaveFocus()
  })
})
