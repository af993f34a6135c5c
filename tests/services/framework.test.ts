import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { FRAMEWORKS, MEDDIC } from '#shared/domain/meddic'
import { definitionProblems } from '#shared/domain/definition'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
})
afterEach(() => app.close())

const look = (framework: keyof typeof FRAMEWORKS) => app.call('desk.framework', { leadId: ana, framework })

describe('another framework', () => {
  it('is a definition like any other', () => {
    expect(definitionProblems(structuredClone(MEDDIC))).toEqual([])
  })

  it('asks nothing again that was answered in the first, and the other way round', async () => {
    await app.open(ana)
    await app.answerAll(ana)
    const board = await look('meddic')
    expect(board).toMatchObject({ framework: 'meddic', inForce: 'bant', now: 4000 })
    expect(board.answers.map(({ criterion }) => criterion)).toEqual(['authority', 'need'])
    const after = await app.answer(ana, 'champion', { grade: 'sells_for_us' })
    expect(after.board).toMatchObject({ framework: 'meddic', now: 5500 })
    await app.answer(ana, 'need', { grade: 'none' })
    expect(await look('bant')).toMatchObject({ framework: 'bant', now: 7500 })
  })

  it('is only looked through: what qualifies is the one in force, and each rep has their own look', async () => {
    await app.open(ana)
    await app.answerAll(ana)
    await look('meddic')
    const card = await app.open(ana)
    expect([card.board.framework, card.missing]).toEqual(['meddic', []])
    expect(app.rows('leads')).toMatchObject([{ bant_now: 10_000 }])
    app.sit(app.oscar)
    expect((await app.call('lead.card', { leadId: ana })).board.framework).toBe('bant')
  })
})

it('whom somebody named is on their card', async () => {
  await app.log(ana, 'referred')
  expect((await app.call('lead.card', { leadId: ana })).named).toMatchObject({ name: 'Carmen Ortiz' })
  await app.call('call.undo', {})
  expect((await app.call('lead.card', { leadId: ana })).named).toBeNull()
})
