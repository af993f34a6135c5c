import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

const show = async (language: 'en' | 'es' = 'en') => {
  location.hash = '#/settings/territories'
  const shown = await showApp((app) => {
    app.lead('Ana Ruiz')
    app.lead('Luis Gil')
    app.sit(app.oscar)
  }, language)
  const add = await screen.findByRole('button', {
    name: language === 'en' ? 'Add an area' : 'Añadir una zona',
  })
  return { ...shown, add }
}

const pick = async (user: UserEvent, field: string, typed: string, name: string) => {
  await user.type(screen.getByRole('combobox', { name: field }), typed)
  await user.click(await screen.findByRole('option', { name: new RegExp(name) }))
  await user.keyboard('{Escape}')
  expect(screen.getByRole('combobox', { name: field })).toHaveValue('')
}

describe('territories in the settings', () => {
  it('are picked by name, tried and saved a rep at a time', async () => {
    const { app, user, add } = await show()
    await user.click(screen.getByRole('button', { name: /Territory of/ }))
    await user.click(await screen.findByRole('option', { name: /Lucía Marín/ }))
    await user.click(add)
    await pick(user, 'Countries', 'spa', 'Spain')
    await pick(user, 'Lists', 'metal', 'Metal Q4')
    await pick(user, 'Regions', 'andalu', 'Andalusia')
    await user.click(screen.getByRole('button', { name: 'Without Andalusia' }))
    await user.click(screen.getByRole('button', { name: 'What would it come to?' }))
    expect(await screen.findByText('2 leads of 2 in the queue lie in it.')).toBeInTheDocument()
    expect(screen.getByText('Nobody else has any of them.')).toBeInTheDocument()
    expect(screen.getByText('Everybody lies in somebody’s.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Save the territory' }))
    await screen.findByText(/Territory of Lucía Marín saved/)
    const saved = await app.call('territories.get', {})
    expect(saved.find(({ repId }) => repId === app.lucia)?.areas).toEqual([
      { lists: [app.list], countries: ['ES'] },
    ])
  })

  it('say whom a gap is served to', async () => {
    const { user, add } = await show()
    await user.click(add)
    await user.type(screen.getByRole('combobox', { name: 'Provinces' }), 'Toledo{Enter}')
    expect(await screen.findByRole('button', { name: 'Without Toledo' })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'What would it come to?' }))
    expect(await screen.findByText('2 leads lie in nobody’s: served to Lucía Marín.')).toBeInTheDocument()
  })

  it('have no axe violation, in Spanish too', async () => {
    const { app, user, add } = await show('es')
    await user.click(add)
    await pick(user, 'Provincias', 'mad', 'Madrid')
    await pick(user, 'Regiones', 'cataluna', 'Cataluña')
    await user.type(screen.getByRole('textbox', { name: 'Códigos postales que empiezan por' }), '280, 45')
    expect(await violations()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Guardar el territorio' }))
    await screen.findByText(/Guardado el territorio/)
    const saved = await app.call('territories.get', {})
    expect(saved.find(({ repId }) => repId === app.oscar)?.areas).toEqual([
      { regions: ['ES-CT'], provinces: ['Madrid'], postcodes: ['280', '45'] },
    ])
  })

  it('are read only for a rep', async () => {
    location.hash = '#/settings/territories'
    await showApp(async (app) => {
      app.sit(app.oscar)
      await app.call('territories.save', { repId: app.lucia, areas: [{ countries: ['ES'] }] })
      app.sit(app.lucia)
    })
    const taken = within(await screen.findByRole('list', { name: 'Countries' }))
    expect(taken.getByText('Spain')).toBeInTheDocument()
    expect(screen.queryByRole('combobox', { name: 'Countries' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Save the territory' })).toBeNull()
  })
})

describe('several lists', () => {
  it('are worked as one queue when the rep says so, and each lead says its list', async () => {
    location.hash = '#/queue'
    const { app, user } = await showApp((app) => {
      app.lead('Ana Ruiz')
      app.lead('Luis Gil', { listId: app.given.list('Fair') })
    })
    await user.click(await screen.findByRole('button', { name: /Metal Q4/ }))
    await user.click(await screen.findByRole('option', { name: /All my lists/ }))
    const queue = await screen.findByRole('complementary', { name: 'Queue' })
    expect(await within(queue).findByText(/Fair/)).toBeInTheDocument()
    expect(within(queue).getByText(/Metal Q4/)).toBeInTheDocument()
    expect((await app.call('app.state', {})).settings.listId).toBe('all')
  })

  it('have a priority, which the list says', async () => {
    location.hash = '#/settings/lists'
    const { user } = await showApp((app) => app.sit(app.oscar))
    await user.click(await screen.findByRole('button', { name: 'Edit: Metal Q4' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('radio', { name: 'High' }))
    await user.click(dialog.getByRole('button', { name: /Save/ }))
    expect(await screen.findByText(/Priority: High/)).toBeInTheDocument()
  })
})
