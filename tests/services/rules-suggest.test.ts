import { afterEach, beforeEach, expect, it } from 'vitest'

import { insertRules } from '#electron/db/rules'
import { DEFAULT_PROFILE, type ScoreProfile } from '#shared/domain/profile'
import type { Stage } from '#shared/domain/stage'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'

let app: DeskApp
beforeEach(() => {
  app = deskApp()
  app.sit(app.given.rep('Eva', 'admin'))
})
afterEach(() => app.close())

const PROFILE: ScoreProfile = {
  ...DEFAULT_PROFILE,
  fit: [
    { rule: 'Sector', points: 40, targets: ['Metal'] },
    { rule: 'role', points: 40, targets: ['compras'] },
    { rule: 'place', points: 20, targets: ['Madrid'] },
  ],
}
/** So many leads that ended so, with a sector and a title. */
function end(many: number, stage: Stage, sector: string, title: string, more: Record<string, string> = {}) {
  for (let n = 0; n < many; n++) {
    const personId = app.given.person(`${stage} ${sector} ${title} ${n}`, { title, province: 'Madrid' })
    app.given.lead(personId, app.list, {
      bornAs: stage,
      stage,
      extra: { Sector: sector, Edad: '40', Cierre: stage === 'customer' ? 'Ganado' : 'Perdido', ...more },
      firstDialAt: NOW,
    })
  }
}

it('suggests points by how leads ended, shows each value with its n, and leaves out what only a call told', async () => {
  app.db.transaction((tx) => insertRules(tx, { kind: 'score', data: PROFILE, at: NOW, repId: null }))
  end(60, 'customer', 'Metal', 'Compras')
  end(20, 'lost', 'Metal', 'Ventas')
  end(20, 'customer', 'Madera', 'Compras')
  end(60, 'disqualified', 'Madera', 'Ventas', { Sexo: 'M' })
  end(20, 'lost', 'Madera', 'Compras')
  end(10, 'customer', 'Vidrio', 'Jefe de compras')
  end(50, 'lead', 'Metal', 'Compras')
  const told = await app.call('rules.suggest', { goal: 'won' })
  expect(told).toMatchObject({ good: 90, n: 190, leftOut: 0 })
  const [sector, role, place] = told.rules
  expect((sector?.suggested ?? 0) + (role?.suggested ?? 0)).toBe(80)
  expect(role?.suggested).toBeGreaterThan(sector?.suggested ?? 0)
  // Everybody is there: nothing to tell apart.
  expect(place?.suggested).toBeNull()
  expect(told.fields.map(({ rule }) => rule)).not.toEqual(expect.arrayContaining(['Edad']))
  expect(told.fields.some(({ rule }) => ['Edad', 'Sexo', 'Cierre'].includes(rule))).toBe(false)
  const values = told.fields.find(({ rule }) => rule === 'Sector')?.values
  expect(values?.map(({ value, n, thin, verdict }) => ({ value, n, thin, verdict }))).toEqual([
    { value: 'Madera', n: 100, thin: false, verdict: 'below' },
    { value: 'Metal', n: 80, thin: false, verdict: 'above' },
    { value: 'Vidrio', n: 10, thin: true, verdict: null },
  ])
  // Nothing was changed by asking.
  expect((await app.call('rules.get', {})).score).toEqual(PROFILE)
})

it('leaves out who was filled in after the first dial', async () => {
  end(3, 'customer', 'Metal', 'Compras')
  const [lead] = app.rows<{ id: string }>('leads')
  const title = { leadId: lead?.id ?? '', field: 'title', of: null, value: 'CEO' } as const
  await app.call('lead.edit', title)
  // What the facts of a first call would have kept.
  app.db.run(`UPDATE leads SET first_dial_at = ${NOW}`)
  expect(await app.call('rules.suggest', { goal: 'won' })).toMatchObject({ n: 2, leftOut: 1 })
})

it('asks for SQLs too, and says nothing where nothing ended', async () => {
  expect(await app.call('rules.suggest', { goal: 'sql' })).toMatchObject({ good: 0, n: 0, fields: [] })
  end(2, 'sql', 'Metal', 'Compras')
  end(1, 'nurture', 'Metal', 'Compras')
  expect(await app.call('rules.suggest', { goal: 'sql' })).toMatchObject({ good: 2, n: 3 })
})
