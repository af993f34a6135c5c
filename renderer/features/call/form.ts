import type { Input, Output } from '#shared/contract/api'
import { dayOf } from '#shared/domain/calendar'
import type { OutcomeId, WhoSpoke } from '#shared/domain/outcome'
import { reasonKind, REASONS } from '#shared/domain/reason'
import { understand, type Understood } from '#shared/domain/when'
import type { Around } from './around.ts'

type Log = Input<'call.log'>
/** One of the outcomes in force. */
export type Outcome = Output<'app.state'>['outcomes'][number]
type StepKind = NonNullable<Log['step']>['kind']
type Scope = NonNullable<Log['scope']>
export const STEP_KINDS = [
  'meeting',
  'demo',
  'visit',
  'proposal',
  'call',
] as const satisfies readonly StepKind[]
export const SCOPES = ['person', 'number', 'company'] as const satisfies readonly Scope[]

/** What the rep has filled in beside the outcome, as typed. */
export type Form = {
  spoke: WhoSpoke | null
  /** By its code. */
  reason: string | null
  reasonText: string
  /** The list on which they get a lead instead. */
  alternative: string | null
  /** A time in words, and which reading of it was picked when there are two. */
  when: string
  picked: number | null
  agreed: boolean
  kind: StepKind
  withWhom: string
  wakes: string
  referralName: string
  referralPhone: string
  referralEmail: string
  scope: Scope | null
  override: string
}
export const EMPTY: Form = {
  spoke: null,
  reason: null,
  reasonText: '',
  alternative: null,
  when: '',
  picked: null,
  agreed: true,
  kind: 'meeting',
  withWhom: '',
  wakes: '',
  referralName: '',
  referralPhone: '',
  referralEmail: '',
  scope: null,
  override: '',
}

export type Field =
  | 'spoke'
  | 'when'
  | 'agreed'
  | 'kind'
  | 'withWhom'
  | 'reason'
  | 'alternative'
  | 'reasonText'
  | 'wakes'
  | 'referral'
  | 'scope'

/** What each kind of outcome asks for, in the order it is asked. */
const FIELDS: Readonly<Record<OutcomeId, readonly Field[]>> = {
  no_answer: [],
  busy: [],
  voicemail: [],
  gatekeeper: [],
  callback: ['spoke', 'when', 'agreed'],
  interested: ['when', 'agreed'],
  qualified: ['kind', 'when', 'withWhom'],
  nurture: ['reason', 'wakes', 'reasonText'],
  not_interested: ['reason', 'alternative', 'wakes', 'reasonText'],
  disqualified: ['reason', 'alternative', 'reasonText'],
  wrong_number: [],
  dead_number: [],
  referred: ['spoke', 'referral'],
  do_not_call: ['spoke', 'scope'],
  technical_failure: [],
}

/** What this outcome asks for: what its kind does, and what the team added; what comes with it is not asked. */
export function fieldsOf({ kind, needs, reason }: Outcome): readonly Field[] {
  const usual = FIELDS[kind].filter((field) => field !== 'reason' || reason === null)
  return needs.includes('when') && !usual.includes('when') ? [...usual, 'when'] : usual
}

/** A date is asked for only where the reason has one of its own. */
export function asks(outcome: Outcome, field: Field, { reason }: Form): boolean {
  const kind = reasonKind(reason)
  const isDated = outcome.kind === 'nurture' || (kind !== null && REASONS[kind].asksDate)
  return fieldsOf(outcome).includes(field) && (field !== 'wakes' || isDated)
}

/** How a time in words is read: the picked one of several, the only one, or none yet. */
export function chosen(readings: readonly Understood[], picked: number | null): Understood | null {
  return readings.find(({ at }) => at === picked) ?? (readings.length === 1 ? (readings[0] ?? null) : null)
}

/** What is wrong with a time before the engine is asked; null when nothing is. */
export function unclear(
  outcome: Outcome,
  form: Form,
  { now, zone, quarterStart }: Around,
): 'when-unclear' | 'when-ambiguous' | null {
  const words = asks(outcome, 'when', form) ? form.when : asks(outcome, 'wakes', form) ? form.wakes : ''
  if (words.trim() === '') return null
  const readings = understand(words, now, zone, quarterStart)
  if (readings.length === 0) return 'when-unclear'
  return chosen(readings, form.picked) ? null : 'when-ambiguous'
}

type Given = Pick<
  Log,
  'spoke' | 'reason' | 'reasonText' | 'alternative' | 'step' | 'wakesOn' | 'referral' | 'scope' | 'override'
>

const readAs = (words: string, { picked }: Form, { now, zone, quarterStart }: Around): Understood | null =>
  chosen(understand(words, now, zone, quarterStart), picked)

/** A day without an hour is no time that anybody agreed to: a follow-up (PRODUCT.md section 7). */
export const isDayOnly = (form: Form, around: Around): boolean =>
  readAs(form.when, form, around)?.hasTime === false

/** The form as the engine takes it: only what this outcome asks for. */
export function given(outcome: Outcome, form: Form, around: Around): Given {
  const has = (field: Field) => asks(outcome, field, form)
  const when = has('when') ? readAs(form.when, form, around) : null
  const wakes = has('wakes') ? readAs(form.wakes, form, around) : null
  const isSql = outcome.kind === 'qualified'
  return {
    spoke: has('spoke') ? form.spoke : null,
    reason: has('reason') ? form.reason : null,
    reasonText: has('reasonText') ? blank(form.reasonText) : null,
    ...(has('alternative') && form.alternative !== null ? { alternative: form.alternative } : {}),
    step:
      when === null
        ? null
        : {
            kind: isSql ? form.kind : 'call',
            at: when.at,
            agreed: isSql || (form.agreed && form.spoke !== 'other' && when.hasTime),
            withWhom: (isSql && blank(form.withWhom)) || around.name,
          },
    wakesOn: wakes === null ? null : dayOf(around.zone, wakes.at),
    referral:
      has('referral') && form.referralName.trim() !== ''
        ? { name: form.referralName, phone: blank(form.referralPhone), email: blank(form.referralEmail) }
        : null,
    scope: has('scope') ? form.scope : null,
    override: isSql ? blank(form.override) : null,
  }
}

const blank = (text: string): string | null => text.trim() || null
