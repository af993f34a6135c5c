import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import type { Input } from '#shared/contract/api'
import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const open = async (language: 'en' | 'es' = 'en') => {
  let id = ''
  const shown = await showApp((app) => {
    id = app.lead('Ana Ruiz', { source: 'Web', extra: { Color: 'azul' } })
    location.hash = `/leads/${id}`
  }, language)
  await screen.findByRole('heading', { level: 1, name: 'Ana Ruiz' })
  return { ...shown, id }
}
const value = (name: RegExp | string) => screen.findByRole('button', { name })

describe('fields are set where they stand', () => {
  it('by keyboard: Enter keeps, Esc leaves as it was, and the keyboard goes on from there', async () => {
    const { user, press, app } = await open()
    await user.click(await value('Job title: add'))
    await press('Directora{Enter}')
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Job title: Directora. Change it' })).toHaveFocus(),
    )
    expect(app.rows('persons')).toMatchObject([{ title: 'Directora' }])
    await press('{Enter}x{Escape}')
    expect(await value('Job title: Directora. Change it')).toHaveFocus()
    expect(app.rows('edits')).toHaveLength(1)
    expect(await violations()).toEqual([])
  })

  it('and say what is wrong at the field, which stays open', async () => {
    const { user, press, app } = await open()
    await user.click(await value('Add a number'))
    await press('600 11{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('That is no number that could be dialled.')
    expect(screen.getByRole('textbox', { name: 'Add a number' })).toBeInvalid()
    await press('{Control>}a{/Control}915 55 12 12{Enter}')
    await value('Phones: +34 915 55 12 12. Change it')
    expect(app.rows('phones')).toHaveLength(2)
  })

  it('each with its way back', async () => {
    const { user, press, app } = await open()
    await user.click(await value('Color: azul. Change it'))
    await press('{Control>}a{/Control}rojo{Enter}')
    await screen.findByText('Color saved.')
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByText('Color is as it was.')
    expect(app.rows<{ extra: string }>('leads')[0]?.extra).toBe('{"Color":"azul"}')
  })

  it('a job that was changed is one deed: employer, title, the desk’s number, and one way back', async () => {
    const { user, app, id } = await open('es')
    app.db.run(`UPDATE phones SET type = 'fixed'`)
    await user.click(await value('Ha cambiado de empleo'))
    const dialog = within(await screen.findByRole('dialog', { name: 'Ana Ruiz ha cambiado de empleo' }))
    await user.click(dialog.getByRole('button', { name: 'Guardar el cambio' }))
    expect(await dialog.findByText('¿Dónde trabaja ahora?')).toBeInTheDocument()
    await user.type(dialog.getByRole('textbox', { name: 'Nueva empresa' }), 'Fundición Sur')
    await user.type(dialog.getByRole('textbox', { name: 'Nuevo cargo' }), 'Gerente')
    await user.click(dialog.getByRole('checkbox'))
    expect(await violations()).toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Guardar el cambio' }))
    await screen.findByText('Ana Ruiz trabaja ahora en Fundición Sur.')
    expect(await screen.findByText('Cambió de empleo: Talleres Norte → Fundición Sur')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Deshacer' }))
    await screen.findByText('Ana Ruiz vuelve a estar donde estaba.')
    expect(app.rows('leads', `id = '${id}'`)).toMatchObject([{ company_id: app.norte }])
    expect(app.rows('persons')).toMatchObject([{ title: null }])
  })

  it('the name too, and a country by its name in the reader’s language', async () => {
    const { user, press, app } = await open('es')
    await user.click(await value('Nombre: Ana Ruiz. Cambiar'))
    await press('{Control>}a{/Control}Ana Gil{Enter}')
    await screen.findByRole('heading', { level: 1, name: 'Ana Gil' })
    await user.click(await value('País: España. Cambiar'))
    await press('{Control>}a{/Control}reino unido{Enter}')
    await value('País: Reino Unido. Cambiar')
    expect(app.rows('persons')).toMatchObject([{ name: 'Ana Gil', country: 'GB' }])
    // Two letters that were a country once have its name as well.
    await user.click(await value('País: Reino Unido. Cambiar'))
    await press('{Control>}a{/Control}alemania{Enter}')
    await value('País: Alemania. Cambiar')
    expect(app.rows('persons')).toMatchObject([{ country: 'DE' }])
  })
})

describe('what happened', () => {
  it('is one story, narrowed to what is asked', async () => {
    const { app, id, user } = await open()
    await app.log(id, 'no_answer')
    await app.call('lead.edit', { leadId: id, field: 'title', value: 'Directora', of: null })
    const story = await screen.findByRole('list', { name: 'What happened' })
    await waitFor(() => expect(within(story).getAllByRole('listitem')).toHaveLength(2))
    expect(story).toHaveTextContent('Job title: blank → Directora')
    await user.click(screen.getByRole('button', { name: /What$/ }))
    await user.click(await screen.findByRole('option', { name: 'Calls' }))
    await user.keyboard('{Escape}')
    await waitFor(() =>
      expect(
        within(screen.getByRole('list', { name: 'What happened' })).getAllByRole('listitem'),
      ).toHaveLength(1),
    )
    expect(screen.getByRole('list', { name: 'What happened' })).toHaveTextContent('No answer')
  })
})

it('a talk that began before anybody pressed Enter was at least so long', async () => {
  await showApp(async (app) => {
    const id = app.lead('Ana Ruiz')
    await app.open(id)
    await app.answer(id, 'need', { grade: 'must_have' })
    app.clock.advance(61_000)
    await app.log(id, 'interested')
    location.hash = `/leads/${id}`
  })
  const story = await screen.findByRole('list', { name: 'What happened' })
  await waitFor(() => expect(story).toHaveTextContent('at least 01:01 of talk'))
})

describe('on in the list', () => {
  it('by J and K and the arrows, and not while something is typed', async () => {
    const { press, user } = await showApp((app) => {
      location.hash = '/leads'
      for (const name of ['Ana Ruiz', 'Marta Vidal', 'Zoe Paz']) app.lead(name)
    })
    await screen.findByRole('heading', { level: 1, name: '3 leads' })
    await user.click(screen.getByRole('button', { name: 'Name' }))
    await user.click(await screen.findByText('Ana Ruiz'))
    await user.click(await screen.findByRole('button', { name: /Open the page/ }))
    await screen.findByRole('heading', { level: 1, name: 'Ana Ruiz' })
    await screen.findByText('1 of 3')
    expect(screen.getByRole('button', { name: 'Previous in the list' })).toBeDisabled()
    const free = () => act(() => (document.activeElement as HTMLElement | null)?.blur())
    free()
    await press('j')
    await screen.findByRole('heading', { level: 1, name: 'Marta Vidal' })
    await screen.findByText('2 of 3')
    await user.click(await value('Job title: add'))
    await press('jk{Escape}')
    expect(screen.getByRole('heading', { level: 1, name: 'Marta Vidal' })).toBeInTheDocument()
    free()
    await press('{ArrowDown}')
    await screen.findByRole('heading', { level: 1, name: 'Zoe Paz' })
    await screen.findByText('3 of 3')
    free()
    await press('k')
    await screen.findByRole('heading', { level: 1, name: 'Marta Vidal' })
  })
})

describe('two who were taken for one', () => {
  it('are told on the page, and are two again from there', async () => {
    const { app, user } = await showApp(async (app) => {
      const [id, twin] = [app.lead('Ana Ruiz'), app.lead('Ana Ruiz Gil')]
      const [keepId, otherId] = [id, twin].map((one) => app.rows('leads', `id = '${one}'`)[0]?.['person_id'])
      await app.call('review.merge', {
        kind: 'person',
        keepId,
        otherId,
        choices: {},
      } as Input<'review.merge'>)
      location.hash = `/leads/${id}`
    })
    const merged = await screen.findByRole('list', { name: 'The same person' })
    expect(merged).toHaveTextContent(/Ana Ruiz Gil, merged .+ by Lucía Marín/)
    expect(await violations()).toEqual([])
    await user.click(within(merged).getByRole('button', { name: 'Take apart: Ana Ruiz Gil' }))
    await screen.findByText('They are two people again.')
    await waitFor(() => expect(merged).not.toBeInTheDocument())
    expect(new Set(app.rows('leads').map((lead) => lead['person_id'])).size).toBe(2)
  })
})

describe('all that is held on a person', () => {
  it('is a file that a team lead takes away', async () => {
    const saved: string[] = []
    let id = ''
    const { user } = await showApp(
      (app) => {
        id = app.lead('Ana Ruiz')
        app.sit(app.oscar)
        location.hash = `/leads/${id}`
      },
      'en',
      () => ({ save: (_, name) => Promise.resolve(saved.push(name) > 0) }),
    )
    await user.click(await screen.findByRole('button', { name: 'To read (HTML)' }))
    await screen.findByText(/^Written: callwright-person-.*\.html$/)
    expect(saved).toEqual([expect.stringMatching(/\.html$/)])
    expect(await violations()).toEqual([])
  })

  it('is not offered to a rep', async () => {
    await open()
    expect(await screen.findByText('Why, or why not now')).toBeInTheDocument()
    expect(screen.queryByText('Their data')).not.toBeInTheDocument()
  })
})
