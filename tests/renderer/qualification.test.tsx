import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { rescoreProgress } from '#electron/db/rescore'
import type { DeskApp } from '../helpers/desk.ts'
import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp } from './screen.tsx'
import { stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const open = async (
  role: 'rep' | 'admin' = 'admin',
  language: 'en' | 'es' = 'en',
  prepare: (app: DeskApp) => Promise<void> = async () => {},
) => {
  const shown = await showApp(async (app) => {
    location.hash = '/settings/qualification'
    await prepare(app)
    if (role === 'admin') app.sit(app.given.rep('Eva Sanz', 'admin'))
  }, language)
  await screen.findByRole('textbox', { name: language === 'en' ? 'Budget, weight' : 'Presupuesto, peso' })
  return shown
}
const settled = (app: DeskApp) => waitFor(() => expect(rescoreProgress(app.db)).toBeNull())
const save = 'Save as a new version'
/** Other parts of Settings save versions of their own. */
const here = () => within(screen.getByRole('region', { name: 'Qualification' }))

describe('the definition', () => {
  it('says what its figures come to as they are typed, and is saved as a version', async () => {
    const { user, app } = await open()
    expect(screen.getByText('With yes or no answers, any 3 of 4 pass.')).toBeInTheDocument()
    expect(await violations()).toEqual([])
    await user.click(screen.getByRole('button', { name: '30, 25, 30, 15' }))
    expect(
      screen.getByText(
        'Authority + Need + Timeline = 70 fails: without Budget 75 is out of reach, so it is a hidden veto.',
      ),
    ).toBeInTheDocument()
    await user.click(here().getByRole('button', { name: save }))
    await screen.findByText(/Saved as version 1/)
    const { frameworks } = await app.call('definition.get', {})
    expect(frameworks[0]?.versions[0]?.definition.weights).toEqual({
      budget: 30,
      authority: 25,
      need: 30,
      timeline: 15,
    })
    await settled(app)
  })

  it('is refused in words, and what was typed stays', async () => {
    const { user } = await open()
    const weight = screen.getByRole('textbox', { name: 'Need, weight' })
    await user.clear(weight)
    await user.type(weight, '20')
    await user.click(here().getByRole('button', { name: save }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The weights must add up to 100.')
    expect(weight).toHaveValue('20')
    await user.click(here().getByRole('button', { name: 'Discard' }))
    expect(weight).toHaveValue('25')
  })

  it('takes another name in both languages, another worth and another gate', async () => {
    const { user, app } = await open()
    await user.click(screen.getByRole('button', { name: 'Need' }))
    const name = await screen.findByRole('textbox', { name: 'Need, in English' })
    await user.clear(name)
    await user.type(name, 'Pain')
    const worth = screen.getByRole('textbox', { name: 'Should have, worth in percent' })
    await user.clear(worth)
    await user.type(worth, '60')
    await user.click(screen.getByRole('checkbox', { name: 'Nice to have passes the gate' }))
    expect(screen.getByText(/^Whatever the points.*Pain: Must have \/ Should have/)).toBeInTheDocument()
    expect(await violations()).toEqual([])
    await user.click(here().getByRole('button', { name: save }))
    await screen.findByText(/Saved as version 1/)
    const need = (await app.call('definition.get', {})).frameworks[0]?.versions[0]?.definition.criteria[2]
    expect(need).toMatchObject({
      id: 'need',
      label: { en: 'Pain', es: 'Necesidad' },
      gate: ['must_have', 'should_have'],
      grades: [{ worth: 100 }, { id: 'should_have', worth: 60 }, { worth: 35 }, { worth: 0 }],
    })
    await settled(app)
  })

  it('is tried on a lead that is not there: the score, and what it lacks', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: 'Try it on a lead' }))
    const say = async (criterion: string, grade: string) => {
      await user.click(screen.getByRole('button', { name: new RegExp(`${criterion}$`) }))
      await user.click(await screen.findByRole('option', { name: grade }))
    }
    expect(screen.getByText(/It lacks BANT 75 \(0 now\)/)).toBeInTheDocument()
    await say('Not asked Budget', 'Will buy')
    await say('Not asked Authority', 'Decides')
    await say('Not asked Timeline', 'Now')
    expect(screen.getByText('75 now, 100 possible, 75 to qualify')).toBeInTheDocument()
    expect(screen.getByText('Does not qualify yet. It lacks a need above “none”.')).toBeInTheDocument()
    await say('Not asked Need', 'Nice to have')
    expect(screen.getByText(/^Qualifies/)).toBeInTheDocument()
  })

  it('is tried on last month’s calls, as a dry run', async () => {
    const { user, app } = await open('admin', 'en', async (app) => {
      app.clock.set(Date.UTC(2026, 1, 10, 9))
      const ana = app.lead('Ana Ruiz')
      await app.open(ana)
      await app.answerAll(ana, { authority: 'decides', need: 'must_have' })
      await app.log(ana, 'gatekeeper')
      await app.log(ana, 'callback', {
        step: { kind: 'call', at: app.clock.now() + 1e7, agreed: true, withWhom: 'A' },
      })
      app.clock.set(Date.UTC(2026, 2, 10, 9))
    })
    const threshold = screen.getByRole('textbox', { name: 'To qualify' })
    await user.clear(threshold)
    await user.type(threshold, '50')
    await user.click(screen.getByRole('button', { name: 'Try it on last month’s calls' }))
    await screen.findByText(/1 more SQLs than with what holds now \(1 instead of 0; 1 gained, 0 lost\)/)
    expect(app.rows('rules')).toEqual([])
    await user.type(threshold, '5')
    expect(screen.queryByText(/more SQLs/)).toBeNull()
  })

  it('is read by a rep, not changed', async () => {
    await open('rep')
    expect(screen.getByText(/is changed by an admin/)).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: 'Budget, weight' })).toHaveAttribute('readonly')
    for (const name of ['25 each', 'New framework', 'Note who agreed for Sales'])
      expect(screen.queryByRole('button', { name })).toBeNull()
  })
})

describe('agreement', () => {
  it('is noted by name for each side, and gone with the next change', async () => {
    const { user, app } = await open()
    for (const [side, name] of [
      ['Marketing', 'Inés Prat'],
      ['Sales', 'Óscar Vega'],
    ] as const) {
      await user.click(await screen.findByRole('button', { name: `Note who agreed for ${side}` }))
      await user.type(
        await screen.findByRole('textbox', { name: `Who agreed for ${side}` }),
        `${name}{Enter}`,
      )
      await screen.findByText(`${side}: agreed by ${name}, 10 Mar`)
    }
    expect(screen.getAllByText('Agreed').length).toBeGreaterThan(0)
    // Nothing was changed by it, so there is nothing to save; and the keyboard is where it was.
    expect(here().queryByRole('button', { name: save })).toBeNull()
    expect(screen.getByRole('group', { name: 'Note who agreed' })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: '30, 25, 30, 15' }))
    await user.click(here().getByRole('button', { name: save }))
    await screen.findByText('Sales: nobody has agreed yet')
    await settled(app)
  })
})

describe('versions', () => {
  it('say what is otherwise now, and are brought back as a new one', async () => {
    const { user, app } = await open()
    await user.click(screen.getByRole('button', { name: '30, 25, 30, 15' }))
    await user.click(here().getByRole('button', { name: save }))
    await user.click(await screen.findByRole('button', { name: 'Versions' }))
    await screen.findByText('Budget: weight 25, now 30')
    await user.click(screen.getByRole('button', { name: 'Bring back version 0' }))
    await screen.findByText(/Saved as version 2/)
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Budget, weight' })).toHaveValue('25'))
    await settled(app)
  })
})

describe('a framework', () => {
  it('is made from a copy, and chosen for a list', async () => {
    const { user, app } = await open()
    await user.click(screen.getByRole('button', { name: 'New framework' }))
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'SPICED{Enter}')
    expect(await screen.findByRole('radio', { name: 'SPICED' })).toBeChecked()
    await user.click(screen.getByRole('button', { name: 'Which list qualifies by what' }))
    await user.click(screen.getByRole('button', { name: /^As all others.*Metal Q4$/ }))
    await user.click(within(await screen.findByRole('listbox')).getByRole('option', { name: 'SPICED' }))
    await waitFor(async () =>
      expect((await app.call('definition.get', {})).lists).toEqual({ [app.list]: 'spiced' }),
    )
    await settled(app)
  })
})

it('speaks Spanish', async () => {
  await open('admin', 'es')
  expect(screen.getByText('Con respuestas de sí o no, bastan 3 cualesquiera de 4.')).toBeInTheDocument()
  expect(await violations()).toEqual([])
})
