import { createStore } from 'zustand/vanilla'

import type { Call, Input, Output } from '#shared/contract/api'
import type { Card } from '#shared/contract/card'
import { LOADING, loaded, valueOf, type Loaded } from '#renderer/ui/loaded'

export type Fields = Output<'lead.fields'>
export type Edit = Omit<Input<'lead.edit'>, 'leadId'>
type JobChange = Omit<Input<'lead.changeJob'>, 'leadId'>
type Edited = Output<'lead.edit'>
type WhyNot = Output<'queue.why'>
export type Refusals = Extract<Output<'lead.move'>, { kind: 'refused' }>['reasons']
type Move = Omit<Input<'lead.move'>, 'leadId'>
export type Opportunity = Output<'lead.opportunity'>

export type LeadState = {
  card: Loaded<Card>
  whyNot: Loaded<WhyNot>
  fields: Loaded<Fields>
  /** Told anew with every load, so that what is asked for beside it is asked for again. */
  version: number
  /** What the last move was refused for. */
  refused: { to: Move['to']; reasons: Refusals } | null
  load: () => Promise<void>
  /** True once it moved. */
  move: (move: Move) => Promise<boolean>
  saveOpportunity: (opportunity: Opportunity) => Promise<void>
  edit: (edit: Edit) => Promise<Edited>
  unedit: (editId: string) => Promise<Output<'lead.unedit'>>
  changeJob: (job: JobChange) => Promise<Output<'lead.changeJob'>>
  unchangeJob: (editIds: string[]) => Promise<Output<'lead.unchangeJob'>>
  forget: () => void
}

/** One lead as it stands; the engine judges every move. */
export function createLeadStore(call: Call, leadId: string) {
  return createStore<LeadState>()((set, get) => ({
    card: LOADING,
    whyNot: LOADING,
    fields: LOADING,
    version: 0,
    refused: null,

    load: async () => {
      const [card, whyNot, fields] = await Promise.all([
        loaded(call('lead.card', { leadId })),
        loaded(call('queue.why', { leadId })),
        loaded(call('lead.fields', { leadId })),
      ])
      // What is on screen is worth more than the news that it could not be read again.
      if (card.kind === 'ready' || valueOf(get().card) === null)
        set(({ version }) => ({ card, whyNot, fields, version: version + 1 }))
    },
    move: async (move) => {
      const reply = await call('lead.move', { leadId, ...move })
      const refused = reply.kind === 'refused' ? { to: move.to, reasons: reply.reasons } : null
      set({ refused })
      await get().load()
      return refused === null
    },
    saveOpportunity: async (opportunity) => {
      await call('lead.opportunity', { leadId, ...opportunity })
      set({ refused: null })
      await get().load()
    },
    edit: async (edit) => {
      const reply = await call('lead.edit', { leadId, ...edit })
      if (reply.kind === 'saved') await get().load()
      return reply
    },
    unedit: async (editId) => {
      const reply = await call('lead.unedit', { leadId, editId })
      await get().load()
      return reply
    },
    changeJob: async (job) => {
      const reply = await call('lead.changeJob', { leadId, ...job })
      if (reply.kind === 'saved') await get().load()
      return reply
    },
    unchangeJob: async (editIds) => {
      const reply = await call('lead.unchangeJob', { leadId, editIds })
      await get().load()
      return reply
    },
    forget: () => set({ refused: null }),
  }))
}
