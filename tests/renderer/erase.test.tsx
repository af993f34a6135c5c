import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { DAY } from '#shared/lib/time'
import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const open = async (
  role: 'rep' | 'admin',
  language: 'en' | 'es' = 'en',
  page: 'lead' | 'settings' = 'lead',
) => {
  let id = ''
  const shown = await showApp(
    async (app) => {
      id = app.lead('Zenobia Quirós', { extra: { Color: 'azul' } })
      app.db.run(`INSERT INTO identities SELECT 'phone', e164, person_id FROM phones`)
      await app.log(id, 'no_answer')
      if (role === 'admin') app.sit(app.given.rep('Irene', 'admin'))
      location.hash = page === 'lead' ? `/leads/${id}` : '/settings/erasing'
    },
    language,
    () => ({ save: () => Promise.resolve(true) }),
  )
  return { ...shown, id }
}

describe('on the lead’s page', () => {
  it('anybody notes that somebody asked, and sees by when it is to be done', async () => {
    const { user, app } = await open('rep')
    await user.click(await screen.findByRole('button', { name: 'They asked to be erased…' }))
    await user.type(screen.getByLabelText('They asked on'), '2026-03-09')
    await user.click(screen.getByRole('button', { name: 'Note it' }))
    expect(await screen.findByText(/It is to be done by .*9 Apr.* Noted by Lucía Marín/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Erase this person…' })).not.toBeInTheDocument()
    expect(app.rows('erasures')).toMatchObject([{ kind: 'asked', asked_on: '2026-03-09' }])
    expect(await violations()).toEqual([])
  })

  it('an admin sees what goes and what stays, writes the name, and they are gone', async () => {
    const { user, app, id } = await open('admin')
    await user.click(await screen.findByRole('button', { name: 'Erase this person…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Erase Zenobia Quirós' }))
    expect(dialog.getByText('1 phone number')).toBeInTheDocument()
    expect(dialog.getByText('1 call: when, by whom, how it ended')).toBeInTheDocument()
    expect(dialog.getByText(/^Spain asks that a copy be kept sealed until/)).toBeInTheDocument()
    expect(await violations()).toEqual([])
    const erase = dialog.getByRole('button', { name: 'Erase for good' })
    expect(erase).toBeDisabled()
    await user.type(dialog.getByRole('textbox'), 'zenobia quiros')
    await user.click(erase)
    expect(await screen.findByText(/^This person was erased on/)).toBeInTheDocument()
    await waitFor(() => expect(screen.queryByText('Zenobia Quirós')).not.toBeInTheDocument())
    // What happened is read; nothing is offered that could only be refused.
    expect(screen.getByRole('heading', { level: 1, name: 'Erased person' })).toBeInTheDocument()
    for (const name of ['Call now', 'Add a number', 'Set a score by hand', /^Name: /])
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument()
    expect(app.rows('calls')).toHaveLength(1)
    await expect(app.call('desk.open', { listId: app.list, leadId: id, after: null })).rejects.toMatchObject({
      reason: 'erased',
    })
    expect(await violations()).toEqual([])
  })
})

describe('in Settings', () => {
  it('an admin erases a list of wishes once it is seen who they are, and opens a sealed copy with a reason', async () => {
    const { user, app } = await open('admin', 'es', 'settings')
    const number = app.rows<{ e164: string }>('phones')[0]?.e164.slice(3) ?? ''
    await user.type(
      await screen.findByLabelText('Correos y teléfonos'),
      `${number}{Enter}nadie@x.test{Enter}??`,
    )
    await user.type(screen.getByLabelText('Lo pidió el'), '2026-03-09')
    await user.click(screen.getByRole('button', { name: 'Ver quiénes son' }))
    expect(await screen.findByText('1 persona está aquí')).toBeInTheDocument()
    expect(screen.getByText('1 línea no es de nadie de aquí')).toBeInTheDocument()
    expect(screen.getByText('Ni correo ni teléfono: ??')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Borrar a 1 persona para siempre' }))
    await user.click(await screen.findByRole('button', { name: 'Abrir la copia bloqueada…' }))
    await user.type(screen.getByLabelText('Por qué hay que abrirla'), 'demanda 12/26')
    await user.click(screen.getByRole('button', { name: 'Abrir y guardar' }))
    expect(await screen.findByText(/^Abierta .* por Irene: demanda 12\/26$/)).toBeInTheDocument()
    expect(await violations()).toEqual([])
  })

  it('nobody else sees it', async () => {
    await open('rep', 'en', 'settings')
    expect(await screen.findByText(/admin/i, { selector: 'p' })).toBeInTheDocument()
    expect(screen.queryByLabelText('E-mails and numbers')).not.toBeInTheDocument()
  })
})

describe('how long people are kept', () => {
  it('is chosen by list, looked at first, and then done', async () => {
    const { user, app } = await showApp((app) => {
      app.lead('Zenobia Quirós')
      app.clock.advance(900 * DAY)
      app.sit(app.given.rep('Irene', 'admin'))
      location.hash = '/settings/retention'
    }, 'en')
    const line = within(await screen.findByRole('group', { name: 'Metal Q4' }))
    await user.type(line.getByRole('textbox', { name: 'Erase after (months)' }), '24')
    await user.click(line.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('erased after 24 months')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Look now' }))
    expect(await screen.findByRole('link', { name: 'Zenobia Quirós' })).toBeInTheDocument()
    expect(await violations()).toEqual([])
    expect(app.rows('erasures')).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Erase 1 person for good' }))
    await waitFor(() => expect(app.rows('erasures')).toMatchObject([{ cause: 'retention' }]))
  })
  it('closes what nothing happened with, by the standard of all lists, and takes it back', async () => {
    const { user, app } = await showApp((app) => {
      app.lead('Zenobia Quirós')
      app.clock.advance(900 * DAY)
      app.sit(app.given.rep('Irene', 'admin'))
      location.hash = '/settings/retention'
    }, 'en')
    const line = within(
      await screen.findByRole('group', { name: 'Lists that say nothing here, new ones too' }),
    )
    await user.type(line.getByRole('textbox', { name: 'Close after (months)' }), '30')
    await user.type(line.getByRole('textbox', { name: 'Erase after (months)' }), '24')
    await user.click(line.getByRole('button', { name: 'Save' }))
    expect(line.getByRole('alert')).toHaveTextContent('Close before you erase')
    await user.clear(line.getByRole('textbox', { name: 'Erase after (months)' }))
    await user.clear(line.getByRole('textbox', { name: 'Close after (months)' }))
    await user.type(line.getByRole('textbox', { name: 'Close after (months)' }), '12')
    await user.click(line.getByRole('button', { name: 'Save' }))
    expect(
      await screen.findByText('as the lists that say nothing, closed after 12 months'),
    ).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Look now' }))
    await user.click(await screen.findByRole('button', { name: 'Close 1 lead' }))
    await waitFor(() =>
      expect(app.rows('leads')).toMatchObject([{ stage: 'disqualified', reason: 'too_old' }]),
    )
    expect(await violations()).toEqual([])
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(app.rows('leads')).toMatchObject([{ stage: 'lead' }]))
  })
})
