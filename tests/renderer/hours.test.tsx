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
    expect(screen.getByLabelText('First day off')).toHaveValue('10 Mar 2026')
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

  it('take days and times as they are typed, whatever the browser speaks, and spell them back', async () => {
    const { app, user } = await show('es')
    await user.click(screen.getByRole('button', { name: 'Añadir días libres' }))
    const last = screen.getByLabelText('Último día libre')
    await user.clear(last)
    await user.type(last, '9/4')
    await user.tab()
    expect(last).toHaveValue('9 abr 2026')
    const from = screen.getByLabelText('lunes: Desde')
    await user.clear(from)
    await user.type(from, '8h30{Enter}')
    expect(from).toHaveValue('08:30')
    await user.click(screen.getByRole('button', { name: 'Guardar el horario' }))
    await screen.findByText(/^El horario de .* está guardado\.$/)
    const rows = await app.call('hours.list', {})
    const hours = rows.find(({ repId }) => repId === app.oscar)?.hours
    expect(hours?.off).toEqual([{ from: '2026-03-10', to: '2026-04-09' }])
    expect(hours?.week[0]).toEqual([[510, 1080]])
  })

  it('say what is no day, and keep what was typed', async () => {
    const { app, user } = await show('es')
    await user.click(screen.getByRole('button', { name: 'Añadir días libres' }))
    const last = screen.getByLabelText('Último día libre')
    await user.clear(last)
    await user.type(last, '31/2/2026{Enter}')
    expect(last).toHaveValue('31/2/2026')
    expect(last).toHaveAccessibleDescription(/Eso no es un día/)
    expect((await app.call('hours.list', {})).find(({ repId }) => repId === app.oscar)?.usual).toBe(true)
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
