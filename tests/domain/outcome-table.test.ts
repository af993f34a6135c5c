import { describe, expect, it } from 'vitest'

import type { Around } from '#shared/domain/logged'
import { OUTCOME_IDS, type OutcomeId } from '#shared/domain/outcome'
import { STAGES, type Stage } from '#shared/domain/stage'
import { log } from '../helpers/outcome.ts'

/** `=` stays, `!` refused, else where it goes: inquiry lead mql sql opportunity customer nurture disqualified lost. */
const TABLE: Record<OutcomeId, string> = {
  no_answer: '= = = = = = = = =',
  busy: '= = = = = = = = =',
  voicemail: '= = = = = = = = =',
  gatekeeper: '= = = = = = = = =',
  callback: '= = = = = = = = =',
  interested: '= = = = = = = = =',
  qualified: 'sql sql sql = = = sql ! !',
  nurture: 'nurture nurture nurture nurture nurture ! nurture nurture nurture',
  not_interested:
    'disqualified disqualified disqualified disqualified disqualified ! disqualified disqualified disqualified',
  disqualified:
    'disqualified disqualified disqualified disqualified disqualified ! disqualified disqualified disqualified',
  wrong_number: '= = = = = = = = =',
  dead_number: '= = = = = = = = =',
  referred: 'nurture nurture nurture = = = nurture = =',
  do_not_call:
    'disqualified disqualified disqualified disqualified disqualified = disqualified disqualified disqualified',
  technical_failure: '= = = = = = = = =',
}

/** The same where something has run out: six attempts for those who were not reached, numbers for a bad one. */
const UNREACHED = 'nurture nurture nurture = = = nurture = ='
const RUN_OUT: Partial<Record<OutcomeId, string>> = {
  no_answer: UNREACHED,
  busy: UNREACHED,
  voicemail: UNREACHED,
  gatekeeper: UNREACHED,
  wrong_number:
    'disqualified disqualified disqualified disqualified disqualified = disqualified disqualified disqualified',
  dead_number:
    'disqualified disqualified disqualified disqualified disqualified = disqualified disqualified disqualified',
}

describe('every outcome in every stage', () => {
  const goes = (outcome: OutcomeId, stage: Stage, around: Partial<Around>) => {
    const result = log(outcome, {}, { ...around, stage })
    return result.ok ? (result.value.change?.to ?? '=') : '!'
  }

  it.each(OUTCOME_IDS)('%s', (outcome) => {
    expect(STAGES.map((stage) => goes(outcome, stage, {})).join(' ')).toBe(TABLE[outcome])
  })

  it.each(OUTCOME_IDS)('%s when attempts and numbers have run out', (outcome) => {
    const around = { attempts: { count: 6, dials: [], busyRetry: false }, numbersLeft: 0 }
    const expected = RUN_OUT[outcome] ?? TABLE[outcome]
    expect(STAGES.map((stage) => goes(outcome, stage, around)).join(' ')).toBe(expected)
  })
})
