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
      expect(withFit([rule(header, 100)]), header).toEqual([{ reason: 'refused-column', subject: header }])
    expect(['Tags', 'Call Outcome', 'Converted', 'Talk duration'].map(refusalOf)).toEqual(
      Array.from({ length: 4 }, () => 'afterCall'),
    )
    expect(['Sector', 'Empleados', 'Management', 'Page views', 'Sabadell'].map(refusalOf)).toEqual(
      Array.from({ length: 5 }, () => null),
    )
  })

  it('lets every signal fade', () => {
    const demo = { ...DEFAULT_PROFILE.signals.demo, halfLifeDays: 0 }
    expect(profileProblems({ ...DEFAULT_PROFILE, signals: { ...DEFAULT_PROFILE.signals, demo } })).toEqual([
      { reason: 'half-life-missing', subject: 'demo' },
    ])
  })
})
