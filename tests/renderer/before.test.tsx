import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { DAY, MINUTE } from '#shared/lib/time'
import { type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'
import { violations } from './axe.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

/** What stands beside the person follows them. */
const before = async () => within(await screen.findByRole('region', { name: 'Before you dial' }))
const next = { kind: 'call', at: NOW + MINUTE, agreed: true, withWhom: 'Ana' } as const

/** A call a while ago in which much was said. */
async function spoken(app: DeskApp): Promise<void> {
  const ana = app.lead('Ana Ruiz')
  const luis = app.lead('Luis Peña')
  await app.answer(luis, 'authority', { grade: 'decides' })
  await app.open(ana)
  await app.call('objection.log', { leadId: ana, code: 'too_expensive', takesBack: null })
  await app.answer(ana, 'need', { grade: 'must_have' })
  await app.answer(ana, 'budget', { state: 'declined' })
  await app.log(ana, 'interested', { step: next })
  app.clock.advance(2 * MINUTE)
}

describe('before dialling', () => {
  it('says how it ended, what was said against it, who decides and what not to ask again', async () => {
    const { name } = await showApp(spoken)
    await name('Ana Ruiz')
    const said = await before()
    expect(said.getByText(/^Interested, (now|.* ago), Lucía Marín$/)).toBeInTheDocument()
    expect(said.getByText('Too expensive')).toBeInTheDocument()
    expect(said.getByText('Luis Peña')).toBeInTheDocument()
    expect(said.getByText('Budget, Need')).toBeInTheDocument()
    expect(await violations()).toEqual([])
  })

  it('keeps the last three notes in sight, however much happened since', async () => {
    const { name } = await showApp(async (app) => {
      const ana = app.lead('Ana Ruiz')
      location.hash = `#/queue/${ana}`
      app.clock.set(NOW - 20 * DAY)
      for (const note of ['uno', 'dos', 'tres', 'cuatro']) {
        await app.open(ana)
        await app.call('desk.note', { leadId: ana, note })
        await app.log(ana, 'gatekeeper')
        app.clock.advance(DAY)
      }
      for (let more = 0; more < 6; more++) {
        await app.log(ana, 'no_answer')
        app.clock.advance(DAY)
      }
      app.clock.set(NOW)
    })
    await name('Ana Ruiz')
    const [list] = await screen.findAllByRole('list', { name: 'The last notes' })
    const notes = within(list ?? document.body).getAllByRole('listitem')
    expect(notes.map(({ textContent }) => textContent?.split(' ').at(-1))).toEqual([
      '“cuatro”',
      '“tres”',
      '“dos”',
    ])
  })

  it('says of somebody new only that nobody knows who decides', async () => {
    const { name } = await showApp((app) => void app.lead('Ana Ruiz'))
    await name('Ana Ruiz')
    expect((await before()).getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['Decides'])
  })
})

describe('the board', () => {
  /** Counts the keys of a whole qualification. */
  const counted = (press: (keys: string) => Promise<void>) => {
    let count = 0
    return {
      press: async (...keys: string[]) => {
        for (const key of keys) {
          await press(key)
          count++
        }
      },
      count: () => count,
    }
  }
  const points = (now: string) => screen.findByRole('img', { name: new RegExp(`^${now} now`) })

  it('takes at most 12 keys for a whole BANT', async () => {
    const { name, press } = await showApp((app) => void app.lead('Ana Ruiz'))
    await name('Ana Ruiz')
    const hand = counted(press)
    for (const letter of ['b', 'a', 'n', 't']) await hand.press(letter, '1')
    await points('100')
    expect(hand.count()).toBeLessThanOrEqual(12)
  })

  it('asks a second time only what is open, and takes "still valid" by one key in its row', async () => {
    const { app, name, press } = await showApp(async (app) => {
      const ana = app.lead('Ana Ruiz')
      app.clock.set(NOW - 250 * DAY)
      await app.open(ana)
      await app.answer(ana, 'authority', { grade: 'decides' })
      await app.answer(ana, 'need', { grade: 'must_have' })
      app.clock.set(NOW)
      await app.answer(ana, 'budget', { grade: 'will_buy' })
    })
    await name('Ana Ruiz')
    // The need was said eight months ago: it is stale, and its gate is open again.
    expect(screen.getByText('¿Qué les pasa si lo dejan como está?')).toBeInTheDocument()
    const hand = counted(press)
    await hand.press('n', '7', 't', '1')
    await points('100')
    expect(hand.count()).toBeLessThanOrEqual(4)
    await waitFor(() => expect(app.rows('answers')).toHaveLength(5))
  })

  it('is looked at through MEDDIC without asking again, with keys of its own, and back', async () => {
    const { name, press, user } = await showApp((app) => void app.lead('Ana Ruiz'))
    await name('Ana Ruiz')
    for (const key of ['a', '1']) await press(key)
    await points('25')
    await user.click(screen.getByRole('button', { name: 'BANT. Look through MEDDIC' }))
    const buyer = within(await screen.findByRole('group', { name: 'Buyer' }))
    expect(buyer.getByRole('button', { name: /Decides/ })).toHaveAttribute('aria-pressed', 'true')
    expect(screen.getByText('Only a look: BANT decides')).toBeInTheDocument()
    screen.getByRole('heading', { level: 1 }).focus()
    for (const key of ['h', '1']) await press(key)
    await points('35')
    await user.click(screen.getByRole('button', { name: 'MEDDIC. Look through BANT' }))
    await points('25')
  })
})
