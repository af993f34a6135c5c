import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { findList } from '#electron/db/people'
import { insertScreened, insertScreening } from '#electron/db/screening'
import { lists } from '#electron/db/schema/lead'
import { ensureKeyOfNumbers, hashOf } from '#electron/services/hashing'
import { calendars } from '#electron/services/import/fresh'
import { countryToScreen, lawOfComing } from '#electron/services/law'
import { numberIn } from '#electron/services/screening-file'
import { gather } from '#electron/services/placing'
import { SCREENING_LISTS, type ScreeningList } from '#shared/domain/screening'
import { DAY } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { ZONE } from '../helpers/test-app.ts'

let app: DeskApp
beforeEach(() => {
  app = deskApp()
})
afterEach(() => app.close())

/** A lead with these numbers, the first to call first. */
function somebody(country: string | null, phones: string[]): string {
  const personId = app.given.person('Ana Ruiz', { country, phones })
  const at = app.clock.now() - DAY
  return app.given.lead(personId, app.list, { createdAt: at, arrivedAt: at })
}
const consumers = () => app.db.update(lists).set({ business: false }).run()
/** Rules of registers, with what they saw. */
async function asked(leadId: string) {
  const card = await app.call('lead.card', { leadId })
  return card.mayCall.conditions.flatMap(({ rule, evidence }) =>
    rule.startsWith('screen') ? [`${rule} ${evidence}`] : [],
  )
}
/** The newest file of a register, with these numbers in it whatever their country. */
function register(list: ScreeningList, ...numbers: string[]): void {
  const key = ensureKeyOfNumbers(app.db)
  const file = { list, takenOn: '2026-03-10', fileName: 'x.csv', at: 0, repId: app.lucia } as const
  const counts = { state: 'done', numbers: 0, refused: 0, matched: 0 } as const
  const n = insertScreening(app.db, { ...file, ...counts, id: app.deps.newId() })
  for (const e164 of numbers) insertScreened(app.db, hashOf(key, e164), { n, before: 0, since: 20_000 })
}

const [ES, GB, US, DE] = ['+34600123456', '+447400123456', '+12125550123', '+4930123456']

describe('which register must have been asked is said by the number', () => {
  it.each([
    ['ES', ES, ['screening_missing robinson']],
    ['ES', GB, ['screening_missing tps']],
    ['ES', US, ['screening_missing dnc']],
    ['ES', DE, []],
    ['GB', ES, ['screening_missing robinson']],
    ['GB', GB, ['screening_missing tps']],
    ['GB', DE, []],
    ['US', GB, ['screening_missing tps']],
    ['US', US, ['screening_missing dnc']],
    ['DE', GB, ['screening_missing tps']],
    ['DE', DE, []],
    // One calling code, several countries: the person's own word counts.
    ['GG', '+447781123456', []],
    ['CA', '+14165550123', []],
    [null, GB, ['screening_missing tps']],
  ] as const)('of a consumer in %s on %s', async (country, e164, wanted) => {
    consumers()
    expect(await asked(somebody(country, [e164]))).toEqual(wanted)
  })

  it('and of a business in Britain, where those are screened too', async () => {
    const [spanish, british] = [somebody('GB', [ES]), somebody('GB', [GB])]
    const companyId = app.given.company('Northern Metals')
    app.db.run(`UPDATE leads SET company_id = '${companyId}'`)
    expect(await asked(spanish)).toEqual([])
    expect(await asked(british)).toEqual(['screening_missing ctps'])
  })

  it('so the queue brings whoever can be called on the first of their numbers', async () => {
    consumers()
    app.db
      .update(lists)
      .set({ createdAt: Date.UTC(2026, 2, 1) })
      .run()
    register('robinson')
    const ids = [somebody('GB', [ES, GB]), somebody('GB', [GB, ES])]
    const isShut = ids.map((id) => gather(app.db, app.deps, id).law.screening.kind)
    expect(isShut).toEqual(['fresh', 'missing'])
    // As an import places them, before anybody asked.
    const list = findList(app.db, app.list)
    if (!list) throw new Error('no list')
    const place = calendars({ list, zone: ZONE, law: lawOfComing(app.db, ZONE, app.clock.now(), list) })
    const where = { country: 'GB', province: null, postalCode: null }
    const of = (...e164s: string[]) =>
      place({ ...where, phones: e164s.map((e164) => ({ e164, type: 'mobile' as const })) }, false)
    expect(of(ES, GB)).not.toBe(of(GB, ES))
  })
})

describe('a number on a register', () => {
  const COUNTRY: Readonly<Record<ScreeningList, string>> = { robinson: ES, tps: GB, ctps: GB, dnc: US }
  const cases = SCREENING_LISTS.flatMap((list) => [ES, GB, US, DE].map((e164) => [list, e164] as const))

  it.each(cases)('of %s: %s is blocked where it is of its country, and nowhere else', async (list, e164) => {
    register(list, e164)
    const isScreened = (await asked(somebody('ES', [e164]))).some((rule) => rule.startsWith('screened'))
    expect(isScreened).toBe(COUNTRY[list] === e164)
    expect(gather(app.db, app.deps, app.rows<{ id: string }>('leads')[0]?.id ?? '').callable).toHaveLength(
      isScreened ? 0 : 1,
    )
  })

  it('is read from a file where it is of its country', () => {
    expect(numberIn(GB, 'tps')).toBe(GB)
    expect(numberIn('07400 123456', 'tps')).toBe(GB)
    expect(numberIn(ES, 'tps')).toBeNull()
    expect(numberIn(`${ES};${GB}`, 'ctps')).toBe(GB)
  })
})

it.each([
  [undefined, 'ES', 'ES'],
  [ES, null, 'ES'],
  ['+999123', 'GB', 'GB'],
  [ES, 'XX', 'ES'],
  ['+447781123456', 'GG', 'GG'],
] as const)('%s of somebody in %s is of %s', (e164, own, country) =>
  expect(countryToScreen(e164, own)).toBe(country),
)
