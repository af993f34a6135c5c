import type { Handlers, Input, Output } from '#shared/contract/api'
import { keysOf } from '#shared/lib/table'
import { insertText } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { findLead } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { findOpportunity, insertOpportunity } from '#electron/db/stage'
import type { Deps } from './deps.ts'
import { mustBeSomebody, mustExist, sitting } from './facts.ts'

type Opportunity = Output<'lead.opportunity'>

export const opportunityHandlers = (deps: Deps) =>
  ({ 'lead.opportunity': (input) => saveOpportunity(deps, input) }) satisfies Partial<Handlers>

/** As it was last saved; null when nobody has. The stage moves by `lead.move`, which asks for what is missing. */
export function opportunityOf(tx: Db, leadId: string): Opportunity | null {
  const saved = findOpportunity(tx, leadId)
  if (!saved) return null
  const { sizeValue, sizeUnit, consent, amountMinor, currency, expectedClose } = saved.opportunity
  const { contractReference, contractDate } = saved.opportunity
  return {
    problem: saved.problem ?? '',
    sizeValue,
    sizeUnit,
    consent,
    amountMinor,
    currency,
    expectedClose,
    contractReference,
    contractDate,
  }
}

/** Each save is the whole state and a fact of its own; what changed nothing is not one. */
function saveOpportunity(deps: Deps, { leadId, ...input }: Input<'lead.opportunity'>): Opportunity {
  return deps.db.transaction((tx) => {
    sitting(tx)
    mustExist(tx, leadId)
    mustBeSomebody(tx, leadId)
    const next = { ...input, problem: input.problem.trim() }
    const before = opportunityOf(tx, leadId)
    const fields = keysOf(next)
    if (before && fields.every((field) => before[field] === next[field])) return before
    const { problem, ...rest } = next
    const stamp = stampOf(tx, deps)
    insertOpportunity(tx, { ...stamp, ...rest, leadId })
    const personId = findLead(tx, leadId)?.lead.personId ?? ''
    insertText(tx, { factId: stamp.id, field: 'problem', personId, text: problem })
    deps.emit({ kind: 'changed', topics: ['leads'] })
    return next
  })
}
