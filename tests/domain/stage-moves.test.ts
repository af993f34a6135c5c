import { describe, expect, it } from 'vitest'

import {
  isBack,
  mayGo,
  move,
  PROVEN,
  REOPENED_BY_LEAD,
  STAGES,
  type Proofs,
  type Stage,
} from '#shared/domain/stage'

const ALL: Proofs = {
  callWithPerson: true,
  bantAtThreshold: true,
  failedGates: [],
  nextStep: true,
  override: null,
  fit: 5000,
  intent: true,
  reason: 'why',
  problem: true,
  size: true,
  consent: true,
  contractReference: true,
  contractDate: true,
  owesSql: false,
}
const refused = (from: Stage, to: Stage, less: Partial<Proofs>) => {
  const moved = move(from, to, { ...ALL, ...less })
  return moved.ok ? [] : moved.error
}
const NOTHING = { callWithPerson: false, bantAtThreshold: false, failedGates: ['need'], nextStep: false }
const by = (byTeamLead: boolean, reason: string) => ({ override: { byTeamLead, reason } })
const PASSED_BY_NOBODY = ['override-needs-team-lead', 'proof-bant', 'gate-need']

describe('a move names all that is missing (PRODUCT.md section 3)', () => {
  it.each<[Stage, Stage, Partial<Proofs>, string[]]>([
    ['lead', 'mql', {}, []],
    ['lead', 'mql', { fit: 4999 }, ['fit-too-low']],
    ['lead', 'mql', { intent: false }, ['no-intent']],
    ['mql', 'sql', NOTHING, ['proof-call', 'proof-bant', 'gate-need', 'proof-next-step']],
    ['mql', 'sql', { ...NOTHING, ...by(true, 'known buyer') }, ['proof-call', 'proof-next-step']],
    ['mql', 'sql', { ...NOTHING, ...by(false, 'x') }, ['proof-call', ...PASSED_BY_NOBODY, 'proof-next-step']],
    ['mql', 'sql', { ...NOTHING, ...by(true, ' ') }, ['proof-call', ...PASSED_BY_NOBODY, 'proof-next-step']],
    ['sql', 'opportunity', { problem: false, size: false }, ['problem-missing', 'size-missing']],
    ['sql', 'opportunity', { consent: false }, ['consent-missing']],
    ['sql', 'opportunity', { owesSql: true, nextStep: false }, ['proof-next-step']],
    ['sql', 'opportunity', { nextStep: false }, []],
    ['opportunity', 'customer', { contractReference: false }, ['contract-reference-missing']],
    ['opportunity', 'customer', { contractDate: false }, ['contract-date-missing']],
    ['sql', 'customer', { owesSql: true, callWithPerson: false }, ['proof-call']],
    ['sql', 'customer', { callWithPerson: false }, []],
    ['lead', 'nurture', { reason: ' ' }, ['reason-missing']],
    ['lead', 'disqualified', { reason: null }, ['reason-missing']],
    ['sql', 'lost', { reason: '' }, ['reason-missing']],
    ['mql', 'lead', { reason: null }, ['reason-missing']],
    ['customer', 'opportunity', { problem: false }, []],
    ['nurture', 'lead', { reason: null }, []],
    ['sql', 'sql', { ...NOTHING, reason: null }, []],
  ])('%s to %s with %j', (from, to, less, found) => expect(refused(from, to, less)).toEqual(found))
})

it('ways there are, and no other', () => {
  const ways = STAGES.map((from) => `${from}: ${STAGES.filter((to) => mayGo(from, to)).join(' ')}`)
  expect(ways).toEqual([
    'inquiry: lead mql sql nurture disqualified',
    'lead: inquiry mql sql nurture disqualified',
    'mql: lead sql nurture disqualified',
    'sql: mql opportunity customer nurture disqualified lost',
    'opportunity: sql customer nurture disqualified lost',
    'customer: opportunity lost',
    'nurture: lead mql sql disqualified',
    'disqualified: lead mql nurture',
    'lost: lead mql nurture disqualified',
  ])
  expect(refused('disqualified', 'sql', {})).toEqual(['move-not-allowed'])
})

it('back is down the pipeline; beside it is not', () => {
  const back = STAGES.flatMap((from) =>
    STAGES.filter((to) => mayGo(from, to) && isBack(from, to)).map((to) => `${from} ${to}`),
  )
  expect(back).toEqual(['lead inquiry', 'mql lead', 'sql mql', 'opportunity sql', 'customer opportunity'])
})

it('who answers for what', () => {
  expect(REOPENED_BY_LEAD).toEqual(['disqualified', 'lost'])
  expect(PROVEN).toEqual(['mql', 'sql', 'opportunity', 'customer', 'lost'])
})
