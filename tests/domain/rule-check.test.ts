import { describe, expect, it } from 'vitest'

import { DEFAULT_PROFILE, type ScoreProfile } from '#shared/domain/profile'
import { refusalOf } from '#shared/domain/refused'
import { profileProblems } from '#shared/domain/rule-check'

const withFit = (fit: ScoreProfile['fit']) => profileProblems({ ...DEFAULT_PROFILE, fit })
const rule = (rule: string, points: number) => ({ rule, points, targets: null })

describe('a scoring profile', () => {
  it('is sound as shipped', () => expect(profileProblems(DEFAULT_PROFILE)).toEqual([]))

  it('shares out 100 points in whole ones, each rule once', () => {
    expect(withFit([rule('industry', 99)])).toEqual([{ reason: 'fit-not-100', subject: null }])
    expect(withFit([rule('industry', 99.5), rule('role', 0.5)]).map(({ reason }) => reason)).toEqual([
      'points-not-whole',
      'points-not-whole',
    ])
    expect(withFit([rule('role', 50), rule('role', 50)])).toEqual([{ reason: 'rule-twice', subject: 'role' }])
  })

  it('refuses columns that may not make a score', () => {
    for (const header of [
      'Edad',
      'Sexo',
      'Género',
      'nombre',
      'firstName',
      'Nacionalidad',
      'Religión',
      'Union',
    ])
      expect(withFit([rule(header, 100)]), header).toMatchObject([
        { reason: 'refused-column', subject: header },
      ])
    expect(['Tags', 'Call Outcome', 'Converted', 'Talk duration'].map(refusalOf)).toEqual(
      Array.from({ length: 4 }, () => 'afterCall'),
    )
    expect(['Sector', 'Empleados', 'Management', 'Page views', 'Sabadell'].map(refusalOf)).toEqual(
      Array.from({ length: 5 }, () => null),
    )
  })

  it('refuses a column by what is in it, and a rule by what it is compared with', () => {
    const refused = [{ reason: 'refused-column', subject: 'Dato', why: 'sex' }]
    const about = { rule: 'Dato', points: 100, targets: ['x'] }
    const sampleOf = (header: string) => (header === 'Dato' ? ['Mujer', 'Hombre', 'Mujer'] : [])
    expect(profileProblems({ ...DEFAULT_PROFILE, fit: [about] }, sampleOf)).toEqual(refused)
    expect(withFit([{ ...about, targets: ['mujer'] }])).toEqual(refused)
  })

  it('reads every target, asks nothing twice, and lets no group go without a cap', () => {
    const column = { rule: 'Norma', points: 50, targets: ['9..1'], test: 'between' } as const
    const other = { ...column, targets: ['1..9'] }
    expect(withFit([column, other])).toEqual([{ reason: 'target-unreadable', subject: 'Norma' }])
    expect(withFit([other, other])).toEqual([{ reason: 'rule-twice', subject: 'Norma' }])
    expect(withFit([{ ...other, points: 100, targets: null }])).toEqual([
      { reason: 'target-missing', subject: 'Norma' },
    ])
    const grouped = [other, { ...column, targets: ['*'], test: 'matches', points: 90, group: 'g' }] as const
    expect(withFit([...grouped]).map(({ reason }) => reason)).toEqual([
      'fit-not-100',
      'target-unreadable',
      'cap-missing',
    ])
    const sound = [other, { ...other, targets: ['a*'], test: 'matches', points: 90, group: 'g' }] as const
    expect(profileProblems({ ...DEFAULT_PROFILE, fit: sound, caps: { g: 50 } })).toEqual([])
  })

  it('keeps reading under the gate', () => {
    expect(profileProblems({ ...DEFAULT_PROFILE, readingCap: 49 })).toEqual([])
    expect(profileProblems({ ...DEFAULT_PROFILE, readingCap: 50 })).toEqual([
      { reason: 'reading-cap-too-high', subject: 'readingCap' },
    ])
  })

  it('lets every signal fade', () => {
    const demo = { ...DEFAULT_PROFILE.signals.demo, halfLifeDays: 0 }
    expect(profileProblems({ ...DEFAULT_PROFILE, signals: { ...DEFAULT_PROFILE.signals, demo } })).toEqual([
      { reason: 'half-life-missing', subject: 'demo' },
    ])
  })
})
