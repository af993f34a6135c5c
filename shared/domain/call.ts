import { err, ok, type Result } from '../lib/result.ts'
import { when } from '../lib/when.ts'
import { dayOf } from './calendar.ts'
import { changeOf, isAsked, type Change } from './change.ts'
import {
  isAgreed,
  speaker,
  type Around,
  type Logged,
  type LogRefusal,
  type Scope,
  type Step,
} from './logged.ts'
import { does, OUTCOMES, type Effect, type Need } from './outcome.ts'
import { reasonKind, reasonsFor } from './reason.ts'
import { move } from './stage.ts'

export type Effects = {
  change: Change | null
  step: Step | null
  /** What becomes of the number that was dialled. */
  phone: 'invalid' | 'wrong_person' | 'opted_out' | null
  suppress: Scope | null
  refers: boolean
}

/**
 * What an outcome asks for and what it does (PRODUCT.md sections 4 and 8). Whole or not at all: every missing thing is
 * named, so that the screen can ask for all of them. `needs` are those of the team's version; as shipped without.
 */
export function afterCall(
  given: Logged,
  around: Around,
  needs: readonly Need[] = OUTCOMES[given.outcome].needs,
): Result<Effects, readonly LogRefusal[]> {
  const logged = { ...given, step: stepOf(given) }
  const change = changeOf(logged, around)
  const refusals = [
    ...needs.flatMap((need) => MISSING[need](logged, around, change)),
    ...when(!needs.includes('reason') && logged.reason !== null, 'reason-not-for-this-outcome'),
    ...when(logged.step !== null && logged.step.at <= around.now, 'when-in-the-past'),
    ...when(around.suppressed && logged.step?.kind === 'call', 'blocked'),
    ...(change && isAsked(logged.outcome) ? askedMove(logged, around, change) : []),
  ]
  if (refusals.length) return err([...new Set(refusals)])
  return ok({
    change: change && moved(logged, around, change).ok ? change : null,
    step: logged.step,
    phone: around.hasNumber ? phoneOf(logged) : null,
    suppress: does(logged.outcome, 'suppresses') ? logged.scope : null,
    refers: does(logged.outcome, 'refers'),
  })
}

type Check = (logged: Logged, around: Around, change: Change | null) => LogRefusal[]

const MISSING: Readonly<Record<Need, Check>> = {
  whoSpoke: ({ spoke }) => when(spoke === null, 'who-spoke-missing'),
  when: ({ step }) => when(step === null, 'when-missing'),
  bantAnswer: (_, { answers }) => when(answers === 0, 'bant-answer-missing'),
  // The move to sql names them.
  proofs: () => [],
  reason: ({ outcome, reason }) => {
    const kind = reasonKind(reason)
    if (reason === null) return ['reason-missing']
    return when(kind === null || !reasonsFor(outcome).includes(kind), 'reason-not-for-this-outcome')
  },
  // Asked of every move to nurture, whichever key brought it there.
  wakeUp: () => [],
  referral: ({ referral }) => when(!referral?.name.trim(), 'referral-missing'),
  scope: ({ scope }, { hasNumber, isSwitchboard = false, hasCompany }) => {
    const noNumber = scope === 'number' && (!hasNumber || isSwitchboard)
    const isEmpty = noNumber || (scope === 'company' && !hasCompany)
    return when(scope === null || isEmpty, 'scope-missing')
  },
  note: (_, { noted }) => when(!noted, 'note-missing'),
  words: (_, { worded }) => when(!worded, 'words-missing'),
}

function askedMove(logged: Logged, around: Around, change: Change): LogRefusal[] {
  const { wakesOn } = logged
  const result = moved(logged, around, change)
  const isPast = wakesOn !== null && wakesOn <= dayOf(around.zone, around.now)
  return [
    ...(result.ok ? [] : result.error),
    ...when(change.to === 'nurture' && change.wakesAt === null, 'wake-up-missing'),
    ...when(change.to === 'nurture' && isPast, 'wake-up-in-the-past'),
  ]
}

const moved = ({ step }: Logged, { stage, now, proofs }: Around, { to, reason }: Change) =>
  move(stage, to, { ...proofs, reason, nextStep: isAgreed(step, now) })

/** Only the person can agree to be called again. */
function stepOf({ outcome, spoke, step }: Logged): Step | null {
  if (!step || !does(outcome, 'takesStep')) return null
  return { ...step, agreed: step.agreed && speaker(outcome, spoke) === 'person' }
}

const PHONES: Partial<Record<Effect, Effects['phone']>> = {
  marksWrongPerson: 'wrong_person',
  marksInvalid: 'invalid',
}
function phoneOf({ outcome, scope }: Logged): Effects['phone'] {
  if (does(outcome, 'suppresses')) return scope === 'number' ? 'opted_out' : null
  const effects: readonly Effect[] = OUTCOMES[outcome].effects
  return effects.map((effect) => PHONES[effect]).find(Boolean) ?? null
}
