import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

const show = async (language: 'es' | 'en' = 'en', asLead = true) => {
  location.hash = '#/script/x'
  const shown = await showApp((app) => {
    app.lead('Ana Ruiz')
    if (asLead) app.sit(app.oscar)
  }, language)
  await screen.findByRole('heading', { level: 1, name: language === 'en' ? 'What is said' : 'Qué se dice' })
  return shown
}

describe('the script', () => {
  it('is written with a preview, saved as a version, and read on the call', async () => {
    const { app, user } = await show()
    const object = await screen.findByRole('textbox', { name: 'That they may object, after every opening' })
    await user.clear(object)
    await user.type(object, 'Si molesto, {{first}, cuelgo.')
    const preview = within(screen.getByRole('complementary', { name: 'How it sounds' }))
    expect(preview.getAllByText(/Si molesto, Ana, cuelgo\./)).toHaveLength(3)
    await user.click(preview.getByRole('radio', { name: 'Nothing known' }))
    expect(preview.getAllByText(/Si molesto, cuelgo\./)).toHaveLength(3)
    await user.click(screen.getByRole('button', { name: 'Save as a new version' }))
    await waitFor(() => expect(app.rows('rules')).toMatchObject([{ kind: `script ${app.list}` }]))
    const lead = app.rows<{ id: string }>('leads')[0]?.id ?? ''
    expect((await app.open(lead)).script.opener).toMatch(/Si molesto, Ana, cuelgo\.$/)
  })

  it('that lacks something is not saved, and says what', async () => {
    const { app, user } = await show()
    await user.click((await screen.findAllByRole('button', { name: 'Add a line' }))[0] ?? document.body)
    await user.click(screen.getByRole('button', { name: 'Save as a new version' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('a line has no words')
    expect(app.rows('rules')).toEqual([])
  })

  it('is the team lead’s to write', async () => {
    await show('en', false)
    expect(screen.getByText(/The team lead writes what is said/)).toBeInTheDocument()
  })

  it.each(['en', 'es'] as const)('stands in nobody’s way (%s)', async (language) => {
    await show(language)
    await screen.findByRole('complementary')
    expect(await violations()).toEqual([])
  })
})

it('an objection of one’s own is offered on the call', async () => {
  const { app, user } = await show()
  await user.click(screen.getByRole('radio', { name: 'Objections' }))
  await user.click(await screen.findByRole('button', { name: 'Add an objection' }))
  const fields = screen.getAllByRole('textbox').slice(-4)
  for (const [at, text] of ['Huelga', 'Lo siento.', 'On strike', 'I see.'].entries())
    await user.type(fields[at] ?? document.body, text)
  expect(await violations()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Save as a new version' }))
  await waitFor(async () =>
    expect((await app.call('objection.library', {})).objections.at(-1)).toMatchObject({
      label: { en: 'On strike' },
    }),
  )
})

it('asks what the list qualifies by, and a refusal names it', async () => {
  const { app } = await showApp(async (app) => {
    const ana = app.lead('Ana Ruiz')
    app.sit(app.given.rep('Eva Sanz', 'admin'))
    await app.call('definition.choose', { listId: app.list, framework: 'meddic' })
    location.hash = `/leads/${ana}`
  })
  expect(await screen.findByText(/MEDDIC 75 \(0 now\)/)).toBeInTheDocument()
  location.hash = `/script/${app.list}`
  expect(await screen.findByRole('textbox', { name: 'Metrics' })).toHaveValue(
    '¿Qué cifra tendría que mejorar, y cuánto?',
  )
  expect(screen.getByRole('textbox', { name: 'Buyer' })).toBeInTheDocument()
  expect(screen.queryByRole('textbox', { name: 'Budget' })).toBeNull()
})
