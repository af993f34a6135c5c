import type { Card } from '#shared/contract/card'
import { findLead } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { giverOf } from '#electron/db/stage'
import {
  callsTo,
  datesOf,
  handOversOf,
  importOf,
  movesOf,
  opportunitiesOf,
  skipsOf,
  wishesOf,
} from '#electron/db/timeline'
import { labelOf } from './objection.ts'

type Item = Card['history'][number]

const NOTHING: Omit<Item, 'id' | 'at' | 'kind'> = {
  by: null,
  outcome: null,
  own: null,
  spoke: null,
  talk: null,
  talkAtLeast: false,
  byHand: false,
  from: null,
  to: null,
  reason: null,
  text: null,
  dueAt: null,
  ruleVersion: null,
  objections: [],
}

/** What happened before, newest first: the calls to the person, whichever list they were made for, and this lead's own. */
export function historyOf(tx: Db, lead: { id: string; personId: string }): Item[] {
  const { id: leadId, personId } = lead
  const items: Item[] = [
    ...callsTo(tx, personId).map(({ note, why, isUndone, objections, ...call }) => ({
      ...NOTHING,
      ...call,
      kind: isUndone ? ('undone' as const) : ('call' as const),
      text: [why, note].filter(Boolean).join('\n') || null,
      objections: [...new Set(objections?.split(' '))].map((code) => ({ code, label: labelOf(tx, code) })),
    })),
    ...movesOf(tx, leadId).map(({ why, ...move }) => ({
      ...NOTHING,
      ...move,
      kind: 'stage' as const,
      text: why,
    })),
    ...datesOf(tx, leadId).map(({ kind, who, ...date }) => ({
      ...NOTHING,
      ...date,
      kind: 'promise' as const,
      reason: kind,
      text: who,
    })),
    ...skipsOf(tx, leadId).map((skip) => ({ ...NOTHING, ...skip, kind: 'skip' as const })),
    ...wishesOf(tx, personId).map(({ scope, ...wish }) => ({
      ...NOTHING,
      ...wish,
      kind: 'suppression' as const,
      reason: scope,
    })),
    ...opportunitiesOf(tx, leadId).map((saved) => ({ ...NOTHING, ...saved, kind: 'opportunity' as const })),
    ...handOversOf(tx, leadId).map((handed) => ({ ...NOTHING, ...handed, kind: 'export' as const })),
    ...originOf(tx, lead),
  ]
  return items.toSorted((a, b) => b.at - a.at)
}

/** Out of a file, or named in somebody's call. */
function originOf(tx: Db, lead: { id: string; personId: string }): Item[] {
  const file = importOf(tx, lead.id)
  if (file) return [{ ...NOTHING, ...file, kind: 'import' }]
  const giver = giverOf(tx, lead)
  if (!giver) return []
  const name = findLead(tx, giver.leadId)?.person.name ?? null
  return [{ ...NOTHING, id: lead.id, at: giver.at, kind: 'referral', text: name }]
}
