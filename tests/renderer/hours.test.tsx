import { fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { USUAL_HOURS } from '#shared/domain/rep-hours'
import { violations } from './axe.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

const show = async (language: 'en' | 'es' = 'en') => {
  location.hash = '#/settings/hours'
  const shown = await showApp((app) => app.sit(app.oscar), language)
  await screen.findByRole('button', { name: language === 'en' ? 'Save the hours' : 'Guardar el horario' })
  return shown
}

describe('working hours in the settings', () => {
  it('are said by day, with days off, for anybody by a team lead', async () => {
    const { app, user } = await show()
    await user.click(screen.getByRole('button', { name: /Whose/ }))
    await user.click(await screen.findByRole('option', { name: 'Lucía Marín' }))
    await user.click(screen.getByRole('checkbox', { name: 'Friday' }))
    await user.click(screen.getByRole('button', { name: 'Add a break on Monday' }))
    fireEvent.change(screen.getByLabelText('Monday: Until the break'), { target: { value: '13:30' } })
    await user.click(screen.getByRole('button', { name: 'Add days off' }))
    expect(screen.getByLabelText('First day off')).toHaveValue('2026-03-10')
    await user.click(screen.getByRole('button', { name: 'Save the hours' }))
    await screen.findByText('The hours of Lucía Marín are saved.')
    const rows = await app.call('hours.list', {})
    expect(rows.find(({ repId }) => repId === app.lucia)?.hours).toEqual({
      week: [
        [
          [540, 810],
          [900, 1080],
        ],
        ...USUAL_HOURS.week.slice(1, 4),
        [],
        [],
        [],
      ],
      off: [{ from: '2026-03-10', to: '2026-03-10' }],
    })
    expect(rows.find(({ repId }) => repId === app.oscar)?.usual).toBe(true)
  })

  it('have no axe violation, in Spanish too', async () => {
    const { user } = await show('es')
    await user.click(screen.getByRole('button', { name: 'Añadir días libres' }))
    expect(await violations()).toEqual([])
  })
})

it('a list says who keeps its promises', async () => {
  location.hash = '#/settings/lists'
  const { app, user } = await showApp((app) => app.sit(app.oscar))
  await user.click(await screen.findByRole('button', { name: 'Edit: Metal Q4' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('radio', { name: 'Its owner only' }))
  expect(dialog.getByText(/unless its owner is away/)).toBeInTheDocument()
  await user.click(dialog.getByRole('button', { name: /Save/ }))
  await screen.findByRole('button', { name: 'Edit: Metal Q4' })
  expect((await app.call('app.state', {})).lists[0]?.promisePolicy).toBe('owner')
})
