import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import type { DeskApp } from '../helpers/desk.ts'
import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

/** Qualified on the phone, with all three proofs. */
async function qualify(app: DeskApp, name: string) {
  const leadId = app.lead(name)
  await app.open(leadId)
  await app.answerAll(leadId)
  const logged = await app.log(leadId, 'qualified')
  if (logged.kind !== 'logged') throw new Error(logged.reasons.join())
  return leadId
}

async function open(prepare: (app: DeskApp) => Promise<unknown>) {
  const saved: string[] = []
  const shown = await showApp(
    async (app) => {
      location.hash = '/export'
      await prepare(app)
    },
    'en',
    ({ data }) => ({
      save: async (fileId, name) => {
        saved.push(`${name}\n${readFileSync(join(data, 'outbox', fileId), 'utf8')}`)
        return true
      },
    }),
  )
  await screen.findByRole('heading', { level: 1, name: 'SQLs for the CRM' })
  return { ...shown, saved }
}

describe('export', () => {
  it('says what is ready, sends it once with one key, and hands the file over', async () => {
    const { press, user, saved } = await open(async (app) => {
      await qualify(app, 'Ana Ruiz')
      await qualify(app, 'Marta Vidal')
    })
    await user.click(screen.getByRole('radio', { name: 'Generic CSV' }))
    await screen.findByRole('button', { name: /^Export 2 SQLs/ })
    expect(
      screen.getByText('2 SQLs are ready: 2 new, 0 changed since they last went out.'),
    ).toBeInTheDocument()
    expect(await violations()).toEqual([])
    await press('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('2 SQLs written.')).toBeInTheDocument()
    await waitFor(() => expect(saved[0]).toContain('Ana Ruiz'))
    expect(screen.queryByRole('button', { name: /^Export/ })).toBeNull()
    const history = screen.getByRole('region', { name: 'What went out' })
    await waitFor(() =>
      expect(within(history).getByRole('cell', { name: 'Generic CSV' })).toBeInTheDocument(),
    )
  })

  it('marks what changed since, and nothing else comes back', async () => {
    const { user, app } = await open(async (app) => {
      const ana = await qualify(app, 'Ana Ruiz')
      await qualify(app, 'Marta Vidal')
      await app.call('export.run', { profile: 'generic' })
      await app.answer(ana, 'budget', { grade: 'can_buy' })
    })
    await user.click(screen.getByRole('radio', { name: 'Generic CSV' }))
    await screen.findByRole('button', { name: /^Export 1 SQL/ })
    expect(screen.getByText(/^changed: /)).toBeInTheDocument()
    expect(app.rows('exported_leads')).toHaveLength(2)
  })

  it('holds back what the target would refuse, says why, and leads to the mend', async () => {
    const { user } = await open(async (app) => {
      await qualify(app, 'Ana Ruiz')
      app.lead('Iker Zubia', { bornAs: 'sql', stage: 'sql' })
    })
    await screen.findByRole('heading', { name: '1 held back' })
    expect(screen.getByText(/never passed the three proofs here/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Open the lead: Iker Zubia' }))
    await screen.findByRole('heading', { level: 1, name: 'Iker Zubia' })
  })

  it('tells who turned out to be a customer, and writes their tasks once', async () => {
    const { user, saved } = await open(async (app) => {
      await app.log(app.lead('Ana Ruiz'), 'disqualified', { reason: 'already_customer' })
    })
    await screen.findByRole('heading', { name: '1 task for account managers' })
    expect(screen.getByText(/^found by Lucía Marín, /)).toBeInTheDocument()
    expect(await violations()).toEqual([])
    await user.click(screen.getByRole('button', { name: /^Write 1 task/ }))
    expect(await screen.findByText('1 task for account managers written.')).toBeInTheDocument()
    await waitFor(() => expect(saved[0]).toContain('Ya es cliente: Ana Ruiz'))
    expect(screen.queryByText(/SQLs? written/)).toBeNull()
    await waitFor(() =>
      expect(screen.queryByRole('heading', { name: '1 task for account managers' })).toBeNull(),
    )
  })

  it('says what makes a lead ready while none is', async () => {
    const { user } = await open(async (app) => app.lead('Ana Ruiz'))
    await screen.findByText('Nothing is ready to export')
    await user.click(screen.getByRole('button', { name: 'See the SQLs' }))
    await waitFor(() => expect(location.hash).toBe('#/leads/in/sql'))
  })
})
