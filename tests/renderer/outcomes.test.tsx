import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { showApp, showTwo, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

const SAVE = '{Control>}{Enter}{/Control}'
/** Tuesday 10 March 2026, 10:00. */
const asked = (outcome: string) => within(screen.getByRole('region', { name: outcome }))

describe('qualified', () => {
  it('is refused with every missing proof named, and saved once they are there', async () => {
    const { app, name, press, user } = await showTwo()
    await name('Ana Ruiz')
    expect(screen.getByRole('button', { name: 'Qualified' })).toHaveAccessibleDescription(/BANT 75 \(0 now\)/)
    await press('7')
    await press(SAVE)
    const refusal = await screen.findByRole('alert')
    expect(refusal).toHaveTextContent('BANT 75 (0 now)')
    expect(refusal).toHaveTextContent('a need above “none”')
    expect(refusal).toHaveTextContent('someone who decides or names who does')
    expect(refusal).toHaveTextContent('a next step they agreed to')

    await press('{Escape}')
    for (const key of ['b', '1', 'a', '1', 'n', '1', 't', '1']) await press(key)
    await screen.findByRole('img', { name: '100 now, 100 possible, 75 to qualify' })
    await user.type(asked('Qualified').getByRole('textbox', { name: 'When' }), 'thu 11')
    await press(SAVE)
    await name('Luis Peña')
    expect(app.rows('promises')).toMatchObject([
      { kind: 'meeting', agreed: 1, due_at: Date.UTC(2026, 2, 12, 10) },
    ])
    expect(app.rows('leads', `stage = 'sql'`)).toHaveLength(1)
  })

  it('may pass under the threshold only when a team lead sits there, with a reason', async () => {
    const { app, name, press, user } = await showApp((app) => {
      app.lead('Ana Ruiz')
      app.sit(app.oscar)
    })
    await name('Ana Ruiz')
    await press('7')
    await user.type(asked('Qualified').getByRole('textbox', { name: 'When' }), 'thu 11')
    await user.type(
      asked('Qualified').getByRole('textbox', { name: 'Reason to pass under the threshold' }),
      'cliente de feria',
    )
    await press(SAVE)
    await waitFor(() => expect(app.rows('leads', `stage = 'sql'`)).toHaveLength(1))
  })

  it('offers no such thing to a rep', async () => {
    const { name, press } = await showTwo()
    await name('Ana Ruiz')
    await press('7')
    expect(asked('Qualified').queryByRole('textbox', { name: /under the threshold/ })).toBeNull()
  })
})

describe('a time in words', () => {
  it('is spelt back as it is typed', async () => {
    const { name, press, user } = await showTwo()
    await name('Ana Ruiz')
    await press('5')
    await user.type(asked('Callback').getByRole('textbox', { name: 'When' }), 'tomorrow 16:30')
    expect(asked('Callback').getByText('Wed 11 Mar 16:30')).toBeInTheDocument()
  })

  it('that names a day and no hour is a follow-up, and the form says so before it is saved', async () => {
    const { app, name, press, user } = await showTwo()
    await name('Ana Ruiz')
    await press('5')
    const form = asked('Callback')
    await user.click(form.getByRole('radio', { name: 'Ana' }))
    await user.type(form.getByRole('textbox', { name: 'When' }), 'tomorrow 16:30')
    expect(form.getByRole('checkbox', { name: /a promise/ })).toBeChecked()
    await user.clear(form.getByRole('textbox', { name: 'When' }))
    await user.type(form.getByRole('textbox', { name: 'When' }), 'tomorrow')
    expect(form.getByText('No hour: a follow-up, not a promise.')).toBeInTheDocument()
    await press(SAVE)
    await name('Luis Peña')
    expect(app.rows('promises')).toMatchObject([
      { kind: 'call', agreed: 0, due_at: Date.UTC(2026, 2, 11, 9) },
    ])
  })

  it('at which nobody is called there is said so, in their time', async () => {
    const { name, press, user } = await showTwo()
    await name('Ana Ruiz')
    await press('5')
    const form = asked('Callback')
    const when = () => form.getByRole('textbox', { name: 'When' })
    await user.type(when(), 'sun 10')
    expect(
      await form.findByText('That is outside the calling hours there: they begin Mon 16 Mar 09:00.'),
    ).toBeInTheDocument()
    await user.clear(when())
    await user.type(when(), 'thu 10')
    expect(form.getByText('Thu 12 Mar 10:00')).toBeInTheDocument()
    expect(form.queryByText(/calling hours there/)).toBeNull()
  })

  it('that can be read two ways asks which', async () => {
    const { app, name, press, user } = await showTwo()
    await name('Ana Ruiz')
    await press('5')
    const form = asked('Callback')
    await user.click(form.getByRole('radio', { name: 'Ana' }))
    await user.type(form.getByRole('textbox', { name: 'When' }), 'thu 12')
    await press(SAVE)
    expect(await screen.findByRole('alert')).toHaveTextContent('which of the two times is meant')
    await user.click(form.getByRole('radio', { name: 'Thu 12 Mar 12:00' }))
    await press(SAVE)
    await name('Luis Peña')
    expect(app.rows('promises')).toMatchObject([{ kind: 'call', due_at: Date.UTC(2026, 2, 12, 11) }])
  })

  it('that is past is not taken', async () => {
    const { app, name, press, user } = await showTwo()
    await name('Ana Ruiz')
    await press('6')
    await user.type(asked('Interested').getByRole('textbox', { name: 'Next call' }), 'today 9:00')
    expect(asked('Interested').getByText(/Not understood, or past/)).toBeInTheDocument()
    await press(SAVE)
    expect(await screen.findByRole('alert')).toHaveTextContent('a time that can be understood')
    expect(app.rows('calls')).toEqual([])
  })
})

it('names what a callback lacks', async () => {
  const { name, press } = await showTwo()
  await name('Ana Ruiz')
  await press('5')
  await press(SAVE)
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Callback can’t be saved yet: who spoke and when.',
  )
})

it('asks for an outcome when there is none to save', async () => {
  const { name, press } = await showTwo()
  await name('Ana Ruiz')
  await press(SAVE)
  expect(await screen.findByRole('alert')).toHaveTextContent('an outcome: press its key')
})

it('a do-not-call is written the moment its scope is chosen', async () => {
  const { app, name, press, user } = await showTwo()
  await name('Ana Ruiz')
  await press('x')
  const form = asked('Do not call')
  await user.click(form.getByRole('radio', { name: 'Ana' }))
  await user.click(form.getByRole('button', { name: 'Ana, every number' }))
  await name('Luis Peña')
  expect(app.rows('suppressions')).toMatchObject([{ scope: 'person' }])
})

it('a reason comes from those that fit the outcome', async () => {
  const { app, name, press, user } = await showTwo()
  await name('Ana Ruiz')
  await press('0')
  await user.click(asked('Disqualify').getByRole('button', { name: /Reason/ }))
  const list = within(await screen.findByRole('listbox'))
  expect(list.queryByRole('option', { name: 'Not now' })).toBeNull()
  await user.click(list.getByRole('option', { name: 'Student' }))
  await press(SAVE)
  await name('Luis Peña')
  expect(app.rows('calls')).toMatchObject([{ outcome: 'disqualified', reason: 'student' }])
})

it('a referral makes a lead of the one who was named', async () => {
  const { app, name, press, user } = await showTwo()
  await name('Ana Ruiz')
  await press('r')
  const form = asked('Referred')
  await user.click(form.getByRole('radio', { name: 'Someone else' }))
  await user.type(form.getByRole('textbox', { name: 'Whom' }), 'Carmen Ortiz')
  await user.type(form.getByRole('textbox', { name: 'Their number' }), '976 55 12 13')
  await press(SAVE)
  await waitFor(() => expect(app.rows('persons', `name = 'Carmen Ortiz'`)).toHaveLength(1))
})
