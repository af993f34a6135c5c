import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { rescoreProgress } from '#electron/db/rescore'
import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const open = async (role: 'rep' | 'admin' = 'admin') => {
  const shown = await showApp((app) => {
    location.hash = '/settings/rules'
    for (const [n, norm] of ['ISO 9001', 'ISO 14001', 'ISO 9001'].entries())
      app.lead(`Lead ${n}`, { extra: { Norma: norm, Sexo: 'F', Dato: n === 1 ? 'Hombre' : 'Mujer' } })
    if (role === 'admin') app.sit(app.given.rep('Eva Sanz', 'admin'))
  })
  await screen.findByRole('textbox', { name: 'Industry, points' })
  return shown
}
type User = Awaited<ReturnType<typeof open>>['user']

const fill = async (user: User, name: string, text: string) => {
  const field = await screen.findByRole('textbox', { name })
  await user.clear(field)
  if (text !== '') await user.type(field, text)
}
const saveVersion = (user: User) => {
  const page = within(screen.getByRole('region', { name: 'Fit and behaviour' }))
  return user.click(page.getByRole('button', { name: 'Save as a new version' }))
}
/** A rule on a kept column instead of the industry. */
const ruleOnNorm = async (user: User) => {
  await user.click(await screen.findByRole('button', { name: /Add a rule/ }))
  await user.click(await screen.findByRole('option', { name: /Norma/ }))
  await fill(user, 'Norma, targets', 'ISO 9001')
  await fill(user, 'Norma, points', '30')
  await user.click(screen.getByRole('button', { name: 'Remove the rule on Industry' }))
}
const scored = (app: Awaited<ReturnType<typeof open>>['app']) =>
  waitFor(() => expect(rescoreProgress(app.db)).toBeNull())

describe('the rule builder', () => {
  it('says at the field and beside the button that a target is too long, and sends nothing', async () => {
    const { user, app } = await open()
    const field = await screen.findByRole('textbox', { name: 'Industry, targets' })
    await user.clear(field)
    await user.paste(`steel, ${'x'.repeat(201)}`)
    expect(field).toHaveAttribute('aria-invalid', 'true')
    await saveVersion(user)
    expect(await screen.findByRole('alert')).toHaveTextContent('Industry: At most 200 letters each.')
    expect(screen.queryByRole('button', { name: 'What would it do?' })).toBeNull()
    await user.clear(field)
    await user.paste(`steel, ${'x'.repeat(200)}`)
    await saveVersion(user)
    await screen.findByRole('button', { name: 'Version 1' })
    await scored(app)
  })

  it('takes any column with points, says what a change would do, and keeps a version of it', async () => {
    const { user, app } = await open()
    await ruleOnNorm(user)
    await user.click(screen.getByRole('button', { name: 'What would it do?' }))
    await screen.findByText('2 leads up, 1 down, 0 as they are. MQL: 0, as now.')
    expect(await violations()).toEqual([])
    await saveVersion(user)
    await scored(app)
    expect(app.rows<{ fit: number }>('leads').map(({ fit }) => fit)).toEqual([65_00, 35_00, 65_00])
    await user.click(await screen.findByRole('button', { name: 'Version 1' }))
    const versions = screen.getByRole('button', { name: 'Version 1' }).closest('li') as HTMLElement
    expect(within(versions).getByText('Norma: new, 30 · ISO 9001')).toBeInTheDocument()
    expect(within(versions).getByText(/Eva Sanz · 2 changes/)).toBeInTheDocument()
  })

  it('says of which columns it never asks, and why', async () => {
    await open()
    expect(
      await screen.findByText('Never scored: Dato (says the sex) · Sexo (says the sex).'),
    ).toBeInTheDocument()
  })

  it('says what is wrong where it is saved', async () => {
    const { user, app } = await open()
    await ruleOnNorm(user)
    await user.click(screen.getByRole('button', { name: /Norma, how it is asked/ }))
    await user.click(await screen.findByRole('option', { name: 'is between' }))
    await fill(user, 'Norma, group', 'norms')
    await saveVersion(user)
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(
      'Norma: that can’t be read. A range is 10..49 or 10.., a pattern needs a letter.',
    )
    expect(alert).toHaveTextContent('Group “norms”: say how much it gives at most, from 0 to 100.')
    expect(app.rows('rules')).toEqual([])
  })

  it('is brought back to an older version by a new one', async () => {
    const { user, app } = await open()
    await ruleOnNorm(user)
    await saveVersion(user)
    await scored(app)
    await user.click(await screen.findByRole('button', { name: 'As shipped' }))
    await user.click(screen.getByRole('button', { name: 'Compare with now' }))
    await screen.findByText('Norma: gone, was 30 · ISO 9001')
    await user.click(screen.getByRole('button', { name: 'Bring back: As shipped' }))
    await screen.findByRole('textbox', { name: 'Industry, points' })
    await scored(app)
    expect((await app.call('rules.versions', {})).map(({ version }) => version)).toEqual([2, 1, 0])
  })

  it('shows what won and lost leads say, and takes over what a person puts in', async () => {
    const { user, app } = await open()
    const end = (many: number, stage: 'customer' | 'lost', industry: string, title: string) => {
      const company = { id: app.given.company(`${stage} ${industry} ${title}`, { industry }), name: industry }
      for (let n = 0; n < many; n++)
        app.given.lead(app.given.person(`P${n}`, { title, company }), app.list, {
          stage,
          companyId: company.id,
        })
    }
    end(50, 'customer', 'Metal', 'Compras')
    end(20, 'lost', 'Metal', 'Ventas')
    end(40, 'lost', 'Madera', 'Ventas')
    end(10, 'customer', 'Madera', 'Compras')
    await fill(user, 'Industry, targets', 'Metal')
    await fill(user, 'Role, targets', 'Compras')
    await saveVersion(user)
    await scored(app)
    await user.click(await screen.findByRole('button', { name: 'What your own won and lost leads say' }))
    await user.click(screen.getByRole('button', { name: 'Look at them' }))
    await screen.findByText('60 of 120 leads that ended, ended well.')
    expect(screen.getByRole('row', { name: /Place 20 too few to say/ })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Industry' }))
    expect(screen.getByRole('row', { name: /Metal 71.4%.*better 70/ })).toBeInTheDocument()
    expect(await violations()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Put these in the rules above' }))
    const points = (name: string) =>
      Number(screen.getByRole<HTMLInputElement>('textbox', { name: `${name}, points` }).value)
    expect(points('Industry') + points('Role')).toBe(55)
    expect(points('Role')).toBeGreaterThan(30)
    // Put there, not saved.
    expect(app.rows('rules')).toHaveLength(1)
  })

  it('is read, not changed, by a rep', async () => {
    await open('rep')
    expect(screen.getByRole('textbox', { name: 'Industry, points' })).toHaveAttribute('readonly')
    expect(screen.queryByRole('button', { name: /Add a rule|Remove the rule/ })).toBeNull()
  })
})
