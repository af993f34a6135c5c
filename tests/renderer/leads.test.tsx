import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const rows = () => screen.getAllByRole('row').slice(1)

describe('the leads', () => {
  it('are found as one types, by name, company or number, and said how many', async () => {
    const { user } = await showApp((app) => {
      location.hash = '/leads'
      for (const name of ['Ana Ruiz', 'Marta Vidal', 'Iñigo Goñi']) app.lead(name)
    })
    await screen.findByRole('heading', { level: 1, name: '3 leads' })
    const find = screen.getByRole('searchbox', { name: 'Find' })
    await user.type(find, 'goni')
    await screen.findByRole('heading', { level: 1, name: '1 lead' })
    expect(rows()).toHaveLength(1)
    expect(rows()[0]).toHaveTextContent('Iñigo GoñiTalleres Norte+34 600 00 00 03LeadNew')
    await user.clear(find)
    await user.type(find, '600 000 002')
    await waitFor(() => expect(rows()[0]).toHaveTextContent('Marta Vidal'))
    await user.clear(find)
    await user.type(find, 'nobody at all')
    expect(await screen.findByText('Nobody fits this search')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Clear the filters' }))
    await screen.findByRole('heading', { level: 1, name: '3 leads' })
    expect(await violations()).toEqual([])
  })

  it('open by keyboard from the search field, and the search is still there on the way back', async () => {
    const { user, press } = await showApp((app) => {
      location.hash = '/leads'
      for (const name of ['Ana Ruiz', 'Ana Gil']) app.lead(name)
    })
    await screen.findByRole('heading', { name: '2 leads' })
    await user.type(screen.getByRole('searchbox', { name: 'Find' }), 'gil')
    await screen.findByRole('heading', { name: '1 lead' })
    await press('{ArrowDown}{Enter}')
    await screen.findByRole('dialog', { name: 'Ana Gil' })
    await press('{Enter}')
    await screen.findByRole('heading', { level: 1, name: 'Ana Gil' })
    await user.click(screen.getByRole('link', { name: 'All leads' }))
    await screen.findByRole('heading', { name: '1 lead' })
    expect(screen.getByRole('searchbox', { name: 'Find' })).toHaveValue('gil')
  })

  it('are narrowed to a stage by an address', async () => {
    await showApp((app) => {
      location.hash = '/leads/in/nurture'
      app.lead('Ana Ruiz', { bornAs: 'nurture', stage: 'nurture' })
      app.lead('Marta Vidal')
    })
    await screen.findByRole('heading', { name: '1 lead' })
    await waitFor(() => expect(rows()[0]).toHaveTextContent('Ana Ruiz'))
  })

  it('lead to an import while there are none', async () => {
    const { user } = await showApp(() => void (location.hash = '/leads'))
    await screen.findByRole('heading', { name: 'No leads yet' })
    await user.click(screen.getByRole('button', { name: 'Import a file' }))
    await waitFor(() => expect(location.hash).toBe('#/import'))
  })
})

describe('a lead’s page', () => {
  const open = async (stage: 'lead' | 'sql' = 'lead', role: 'rep' | 'lead' = 'rep') => {
    let id = ''
    const shown = await showApp(async (app) => {
      if (role === 'lead') app.sit(app.oscar)
      id = app.lead('Ana Ruiz', { source: 'Web' })
      if (stage === 'sql') {
        await app.open(id)
        await app.answerAll(id)
        await app.log(id, 'qualified')
      }
      location.hash = `/leads/${id}`
    })
    await screen.findByRole('heading', { level: 1, name: 'Ana Ruiz' })
    return { ...shown, id }
  }
  const moveTo = async ({ user }: Pick<Awaited<ReturnType<typeof open>>, 'user'>, stage: string) => {
    await user.click(screen.getByRole('button', { name: /Move to$/ }))
    await user.click(await screen.findByRole('option', { name: stage }))
  }

  it('offers only moves that exist, and names every proof a move lacks', async () => {
    const shown = await open()
    await shown.user.click(screen.getByRole('button', { name: /Move to$/ }))
    const offered = (await screen.findAllByRole('option')).map((option) => option.textContent)
    expect(offered).toEqual(['Inquiry', 'MQL', 'SQL', 'Nurture', 'Disqualified'])
    await shown.user.click(screen.getByRole('option', { name: 'SQL' }))
    await shown.user.click(screen.getByRole('button', { name: 'Move to SQL' }))
    const refusal = await screen.findByRole('alert')
    expect(refusal).toHaveTextContent('SQL needs:')
    expect(
      within(refusal)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      'a call with the person, made here in the last 90 days',
      'BANT 75 (0 now)',
      'someone who decides or names who does',
      'a need above “none”',
      'a next step they agreed to (what, when, with whom)',
    ])
    // A rep is not asked to pass what only a team lead passes.
    expect(screen.queryByRole('textbox', { name: /qualifies all the same/ })).toBeNull()
    expect(await violations()).toEqual([])
  })

  it('lets a team lead pass BANT with a reason, and only BANT', async () => {
    const shown = await open('lead', 'lead')
    await moveTo(shown, 'SQL')
    await shown.user.click(screen.getByRole('button', { name: 'Move to SQL' }))
    await shown.user.type(
      await screen.findByRole('textbox', { name: /qualifies all the same/ }),
      'asked twice',
    )
    await shown.user.click(screen.getByRole('button', { name: 'Move to SQL' }))
    await waitFor(() => expect(screen.getByRole('alert')).not.toHaveTextContent('BANT'))
    expect(screen.getByRole('alert')).toHaveTextContent('a call with the person')
  })

  it('moves with a reason and keeps who, when, why and under which rules', async () => {
    const shown = await open()
    await moveTo(shown, 'Disqualified')
    await shown.user.click(screen.getByRole('button', { name: /^Choose a reason/ }))
    await shown.user.click(await screen.findByRole('option', { name: 'Company too small' }))
    await shown.user.click(screen.getByRole('button', { name: 'Move to Disqualified' }))
    const history = await screen.findByRole('list', { name: 'How it got here' })
    expect(history).toHaveTextContent(
      /^Tue 10 Mar ..:00Lead to DisqualifiedLucía Marín · Company too small · rules as shipped$/,
    )
    expect(shown.app.rows('stage_changes')).toMatchObject([
      { to_stage: 'disqualified', reason: 'company_too_small' },
    ])
  })

  it('takes an opportunity from SQL to a contract, each step asking for what it lacks', async () => {
    const shown = await open('sql')
    const { user, press, app } = shown
    await moveTo(shown, 'Opportunity')
    await user.click(screen.getByRole('button', { name: 'Move to Opportunity' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('the problem in their words')
    await user.type(screen.getByRole('textbox', { name: 'The problem, in their words' }), 'scrap over 6 %')
    await user.type(screen.getByRole('textbox', { name: 'Its size' }), '40')
    await user.click(screen.getByRole('checkbox', { name: 'They want to solve it with us' }))
    await user.type(screen.getByRole('textbox', { name: 'Amount' }), '27500,50')
    await press('{Control>}{Enter}{/Control}')
    await waitFor(() =>
      expect(app.rows('opportunities')).toMatchObject([{ size_value: 40, amount_minor: 2750050 }]),
    )
    await moveTo(shown, 'Opportunity')
    await user.click(screen.getByRole('button', { name: 'Move to Opportunity' }))
    const history = await screen.findByRole('list', { name: 'How it got here' })
    await waitFor(() => expect(history).toHaveTextContent('SQL to Opportunity'))
  })

  it('says why not now, and when each condition ends', async () => {
    const { app, id } = await open()
    await app.log(id, 'no_answer')
    await waitFor(() => expect(screen.getByText(/cooling down after the last attempt/)).toBeInTheDocument())
    expect(screen.getByText(/Its turn comes/)).toBeInTheDocument()
  })

  it('puts the lead on the desk', async () => {
    const { user, name, app, id } = await open()
    await user.click(screen.getByRole('button', { name: 'Call now' }))
    await screen.findByRole('group', { name: 'Outcome of the call' })
    await name('Ana Ruiz')
    expect(app.rows('drafts')).toMatchObject([{ lead_id: id }])
  })

  it('that is not here says so and shows the way back', async () => {
    await showApp((app) => {
      app.lead('Ana Ruiz')
      location.hash = '/leads/nobody'
    })
    await screen.findByRole('heading', { level: 1, name: 'This lead is not here' })
    expect(screen.getByRole('button', { name: 'All leads' })).toBeInTheDocument()
  })
})
