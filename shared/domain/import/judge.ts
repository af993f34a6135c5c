import { changesOf, type Change, type RuleOf } from './changes.ts'
import type { CellProblem, ImportMode } from './field.ts'
import { isOpen, type KnownCompany, type KnownLead, type KnownPerson } from './known.ts'
import { changedSince, isSample, lastEnd, type Holding, type LookedFor } from './returning.ts'
import type { Row } from './row.ts'
import type { Verdict } from './verdict.ts'

type Ended = { leadId: string; reason: string | null; at: number }
export type Judgement = {
  verdict: Verdict
  problems: CellProblem[]
  /** What would change about the person; empty for somebody new. */
  changes: Change[]
  /** The difference to show: the changes, and for a second look what stood against them and is otherwise now. */
  shown: Change[]
  /** A lead is created; with `person` null, a person too. */
  isNewLead: boolean
  /** The open lead in this list that changes. */
  lead: KnownLead | null
  /** How it ended last time; `why` it is looked at again, null where it still holds. */
  ended: (Ended & { why: LookedFor | null; lead: KnownLead }) | null
  /** They were erased: nothing of the row is kept anywhere. */
  isErased?: true
}

export type Ground = Holding & {
  listId: string
  mode: ImportMode
  ruleOf: RuleOf
  /** E.164 that nobody may call, whoever has it. */
  silenced: ReadonlySet<string>
  /** Is the company that the row names one where nobody may be called? */
  isAtSilenced?: (values: Row['values']) => boolean
  /** Does the row say of what legal form a company is that was known without one? */
  givesForm?: (company: KnownCompany, values: Row['values']) => boolean
  /** Is it somebody who was erased, by what is left of them? */
  isErased?: (values: Row['values'], person: KnownPerson | null) => boolean
}

/** What becomes of a row: the first verdict that fits, in the order of PRODUCT.md section 11. */
export function judge(row: Row, person: KnownPerson | null, ground: Ground): Judgement {
  const { values } = row
  const none = { problems: row.problems, changes: [], shown: [], isNewLead: false, lead: null, ended: null }
  // Where a quote is open nobody knows which cell is which.
  if (row.problems.some(({ problem }) => problem === 'quote_open')) return { ...none, verdict: 'error' }
  if (row.problems.some(({ problem }) => problem === 'header_again')) return { ...none, verdict: 'error' }
  if (!isSomebody(row)) return refused(none, 'nobody')
  if (person?.erased || ground.isErased?.(values, person))
    return { ...none, problems: [], verdict: 'suppressed', isErased: true }
  if (!person) {
    if (ground.mode === 'update') return refused(none, 'nobody_to_update')
    return { ...none, verdict: isSilenced(row, null, ground) ? 'suppressed' : 'create', isNewLead: true }
  }
  const here = person.leads.filter(({ listId }) => listId === ground.listId)
  const open = here.find(isOpen) ?? null
  const isNewLead = ground.mode !== 'update' && open === null && isNewInterest(row, person, here)
  const lead = open ?? here.at(-1) ?? null
  const changes =
    ground.mode === 'create'
      ? []
      : [...changesOf(person, open, values, ground.ruleOf), ...formOf(row, person, ground)]
  const found = { ...none, changes, shown: changes, isNewLead, lead: open }
  if (isSilenced(row, person, ground)) return { ...found, verdict: 'suppressed' }

  const end = lastEnd(person, ground)
  const isReturning = end !== null && ground.mode !== 'update' && person.leads.every((each) => !isOpen(each))
  if (isReturning && (isNewLead || lead === end)) {
    const since = changedSince(end, person, values, ground)
    const isLooked = since.why !== null && (isNewLead || since.found.length > 0)
    const at = end.since ?? ground.now
    const ended = { leadId: end.id, reason: end.reason, at, why: null, lead: end }
    if (isLooked || (isNewLead && isSample(person.id, ground.listId)))
      return {
        ...found,
        verdict: 'second_look',
        isNewLead: true,
        ended: { ...ended, why: isLooked ? since.why : 'sample' },
        shown: merged(changes, since.found),
      }
    if (isNewLead) return { ...found, verdict: 're_disqualified', ended }
  }
  if (isNewLead) return { ...found, verdict: 'create' }
  return { ...found, verdict: changes.length > 0 ? 'update' : 'duplicate' }
}

/** A legal form that is not known yet is a blank like any other. */
function formOf({ values }: Row, { company }: KnownPerson, { givesForm, ruleOf }: Ground): Change[] {
  if (!company || values.company === null || ruleOf('company') === 'never') return []
  if (!givesForm?.(company, values)) return []
  return [{ field: 'company', header: null, before: company.name, after: values.company }]
}

const refused = (none: Omit<Judgement, 'verdict'>, problem: 'nobody' | 'nobody_to_update'): Judgement => ({
  ...none,
  verdict: 'error',
  problems: [...none.problems, { field: null, column: null, cell: '', problem }],
})

/** Does the row say who it is about? */
export const isSomebody = ({ values }: Row): boolean =>
  values.externalId !== null || values.name !== null || values.phones.length > 0 || values.emails.length > 0

/** By what the row says, by the person's own wish or their company's, or because every number it would be called on is silenced. */
function isSilenced({ values }: Row, person: KnownPerson | null, ground: Ground): boolean {
  const { silenced, isAtSilenced } = ground
  if (values.doNotCall || person?.suppressed || (!person && isAtSilenced?.(values))) return true
  const numbers = [...values.phones.map(({ e164 }) => e164), ...(person?.phones ?? [])]
  return numbers.length > 0 && numbers.every((e164) => silenced.has(e164))
}

/** No lead here yet, an id they did not have, or an interest after the last one here was closed. */
function isNewInterest({ values }: Row, person: KnownPerson, here: readonly KnownLead[]): boolean {
  if (here.length === 0) return true
  if (values.externalId !== null && !person.externalIds.includes(values.externalId)) return true
  const closed = Math.max(...here.map(({ since }) => since ?? 0))
  return values.arrivedAt !== null && values.arrivedAt > closed
}

/** The difference shown holds what an update would leave alone as well. */
const merged = (changes: readonly Change[], found: readonly Change[]): Change[] => [
  ...changes,
  ...found.filter(
    ({ field, after }) => !changes.some((each) => each.field === field && each.after === after),
  ),
]
