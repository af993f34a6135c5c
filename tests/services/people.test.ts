import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { MINUTE } from '#shared/lib/time'
import { deskApp } from '../helpers/desk.ts'
import { NOW, testApp, type TestApp } from '../helpers/test-app.ts'

describe('people at this desk', () => {
  let app: TestApp
  beforeEach(() => void (app = testApp()))
  afterEach(() => app.close())

  it('has nobody at first, then whoever was added first', async () => {
    expect(await app.call('app.state', {})).toMatchObject({ atDesk: null, reps: [], lists: [] })
    const lucia = await app.call('people.add', { name: 'Lucía Marín', role: 'rep' })
    await app.call('people.add', { name: 'Óscar Vega', role: 'team_lead' })
    expect(await app.call('app.state', {})).toMatchObject({ atDesk: lucia })
  })

  it('changes who sits here, and refuses a stranger', async () => {
    await app.call('people.add', { name: 'Lucía', role: 'rep' })
    const oscar = await app.call('people.add', { name: 'Óscar', role: 'team_lead' })
    await app.call('people.sit', { repId: oscar.id })
    expect(await app.call('app.state', {})).toMatchObject({ atDesk: oscar })
    const stranger = '00000000-0000-7000-8000-00000000dead'
    await expect(app.call('people.sit', { repId: stranger })).rejects.toMatchObject({ code: 'not-found' })
    expect(await app.call('app.state', {})).toMatchObject({ atDesk: oscar })
  })

  it('does not take the same name twice, however it is written', async () => {
    await app.call('people.add', { name: 'Lucía', role: 'rep' })
    await expect(app.call('people.add', { name: ' LUCÍA ', role: 'rep' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

it('says when something was last written, by a note or a fact', async () => {
  const app = deskApp()
  const savedAt = async () => (await app.call('app.state', {})).savedAt
  expect(await savedAt()).toBeNull()
  const ana = app.lead('Ana Ruiz')
  await app.log(ana, 'no_answer')
  expect(await savedAt()).toBe(NOW)
  app.clock.advance(MINUTE)
  await app.open(app.lead('Luis Peña'))
  expect(await savedAt()).toBe(NOW + MINUTE)
  app.close()
})

describe('who may bring whom', () => {
  let app: TestApp
  beforeEach(() => void (app = testApp()))
  afterEach(() => app.close())
  const add = (name: string, role: 'rep' | 'team_lead' | 'admin') => app.call('people.add', { name, role })

  it('nobody above themselves, once somebody is', async () => {
    await add('Lucía', 'rep')
    const oscar = await add('Óscar', 'team_lead')
    await add('Inés', 'rep')
    await expect(add('Eva', 'team_lead')).rejects.toMatchObject({ reason: 'role-above-yours' })
    await expect(add('Eva', 'admin')).rejects.toMatchObject({ reason: 'role-above-yours' })
    await app.call('people.sit', { repId: oscar.id })
    await add('Eva', 'admin')
    await expect(add('Pau', 'admin')).rejects.toMatchObject({ reason: 'role-above-yours' })
    await add('Pau', 'team_lead')
    expect((await app.call('app.state', {})).reps).toHaveLength(5)
  })

  it('the team lead of the sample workspace brings an admin', async () => {
    await app.call('demo.seed', {})
    const { reps } = await app.call('app.state', {})
    await app.call('people.sit', { repId: reps.find(({ role }) => role === 'team_lead')?.id ?? '' })
    expect(await add('Eva', 'admin')).toMatchObject({ role: 'admin' })
  })

  it('goals of others are a team lead’s', async () => {
    const lucia = await add('Lucía', 'rep')
    const oscar = await add('Óscar', 'team_lead')
    const goals = { conversations: 9, sqls: null, dials: null }
    expect(await app.call('goals.list', {})).toMatchObject([{ repId: lucia.id }])
    await expect(app.call('goals.save', { repId: oscar.id, goals })).rejects.toMatchObject({
      reason: 'needs-team-lead',
    })
    await app.call('people.sit', { repId: oscar.id })
    await app.call('goals.save', { repId: lucia.id, goals })
    await app.call('people.sit', { repId: lucia.id })
    expect((await app.call('app.state', {})).settings.goals).toEqual(goals)
  })
})

describe('settings and lists', () => {
  let app: TestApp
  beforeEach(() => void (app = testApp()))
  afterEach(() => app.close())

  const list = {
    id: null,
    name: 'Metal Q4',
    business: true,
    country: 'ES',
    language: 'es',
    costMinor: null,
    currency: null,
    basis: null,
  } as const

  it('keeps what is set and has a default for the rest', async () => {
    await app.call('settings.save', { language: 'es' })
    expect((await app.call('app.state', {})).settings).toEqual({
      language: 'es',
      region: null,
      theme: 'system',
      density: 'comfortable',
      dialWith: 'tel',
      line: 'fixed',
      remind: true,
      sound: false,
      goals: { conversations: 12, sqls: 1, dials: null },
      singleKeys: true,
      keys: {},
      listId: null,
    })
    await app.call('settings.save', { region: 'US' })
    await app.call('settings.save', { region: null })
    expect((await app.call('app.state', {})).settings.region).toBeNull()
  })

  it('keeps what a rep set for that rep, and lets the next one start with what was last chosen here', async () => {
    await app.call('people.add', { name: 'Lucía', role: 'rep' })
    const ines = await app.call('people.add', { name: 'Inés', role: 'rep' })
    const goals = { conversations: 20, sqls: 3, dials: null }
    await app.call('settings.save', { theme: 'dark', singleKeys: false, goals })
    await app.call('people.sit', { repId: ines.id })
    const hers = (await app.call('app.state', {})).settings
    expect(hers).toMatchObject({ theme: 'dark', singleKeys: true, goals: { conversations: 12 } })
    await app.call('settings.save', { theme: 'light' })
    const [lucia] = (await app.call('app.state', {})).reps.filter(({ name }) => name === 'Lucía')
    await app.call('people.sit', { repId: lucia?.id ?? '' })
    expect((await app.call('app.state', {})).settings).toMatchObject({
      theme: 'dark',
      singleKeys: false,
      goals,
    })
  })

  it('takes keys of a rep’s own, and refuses one that would do two things or is not ours', async () => {
    await app.call('people.add', { name: 'Lucía', role: 'rep' })
    const keys = { 'outcome.no_answer': ['Z'] }
    expect(await app.call('settings.save', { keys })).toMatchObject({ keys })
    const twice = { note: ['D'] }
    await expect(app.call('settings.save', { keys: twice })).rejects.toMatchObject({ reason: 'key-taken' })
    const copy = { note: ['Mod+C'] }
    await expect(app.call('settings.save', { keys: copy })).rejects.toMatchObject({ reason: 'key-unusable' })
    expect((await app.call('app.state', {})).settings.keys).toEqual(keys)
  })

  it('adds a list, changes it, and refuses a second one of the same name', async () => {
    const saved = await app.call('lists.save', list)
    expect(saved).toMatchObject({ name: 'Metal Q4' })
    await app.call('lists.save', { ...list, id: saved.id, name: 'Metal y maquinaria' })
    expect((await app.call('app.state', {})).lists).toMatchObject([
      { id: saved.id, name: 'Metal y maquinaria' },
    ])
    await app.call('lists.save', list)
    await expect(app.call('lists.save', { ...list, name: 'METAL q4' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('lets a team lead, and no rep, say whether its people are consumers', async () => {
    await app.call('people.add', { name: 'Lucía', role: 'rep' })
    const saved = await app.call('lists.save', { ...list, business: false })
    const declared = { ...list, id: saved.id, business: true }
    await expect(app.call('lists.save', declared)).rejects.toMatchObject({ reason: 'needs-team-lead' })
    const oscar = await app.call('people.add', { name: 'Óscar', role: 'team_lead' })
    await app.call('people.sit', { repId: oscar.id })
    expect(await app.call('lists.save', declared)).toMatchObject({ business: true })
  })

  it('will not put an unknown list on the desk', async () => {
    const listId = '00000000-0000-7000-8000-00000000dead'
    await expect(app.call('settings.save', { listId })).rejects.toMatchObject({ code: 'not-found' })
    expect((await app.call('app.state', {})).settings.listId).toBeNull()
  })
})
