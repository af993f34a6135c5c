import type { Card } from '#shared/contract/card'
import { withCard, type Parts } from './parts.ts'

export type Refused = { rule: string; canOverride: boolean }
export type DialDeeds = {
  /** Hands the number to the phone; `override` is the reason to call all the same. */
  dial: (override?: string | null) => Promise<void>
  answered: () => Promise<void>
  hungUp: () => Promise<void>
  /** How long it has lasted, anew. */
  lineAgain: () => Promise<void>
}

/** The line: every press is one dial at most, and the times are the engine's. */
export function dialling({ call, get, set, card }: Parts): {
  deeds: DialDeeds
  settled: () => Promise<void>
} {
  // An outcome that overtook its "answered" would leave the time to nobody.
  let stamping: Promise<unknown> = Promise.resolve()
  const stamp = async (method: 'call.answered' | 'call.hungUp') => {
    const leadId = card()?.leadId
    if (!leadId) return
    const stamped = call(method, { leadId })
    stamping = Promise.allSettled([stamping, stamped])
    const draft = await stamped
    if (card()?.leadId === leadId) set({ desk: withCard(get().desk, { draft }) })
  }
  // Not `isBusy`: the phone may take a second to answer, and the outcome of a rep who was quicker must not be lost.
  // By call: the phone of the last one may still be opening when the next is dialled.
  let asking: string | null = null
  const deeds: DialDeeds = {
    dial: async (override = null) => {
      const now = card()
      const { phoneId } = get()
      const callId = now?.draft?.callId ?? null
      if (!now || !phoneId || (asking !== null && asking === callId)) return
      asking = callId
      set({ dialRefused: null })
      try {
        const reply = await call('call.dial', { leadId: now.leadId, phoneId, override })
        // Logged meanwhile; after a line that failed it is the same person again, on another call.
        const here = card()
        if (here?.leadId !== now.leadId || (here.draft?.callId ?? null) !== callId) return
        // A second press while it rings is a nervous hand, not a question.
        if (reply.kind === 'refused')
          return set({ dialRefused: reply.rule === 'already-dialled' ? null : reply })
        // It may have been answered meanwhile: what is newer stays.
        set({ desk: withCard(get().desk, { draft: { ...reply.draft, ...timesOf(here.draft) } }) })
        const display = now.person.phones.find(({ id }) => id === phoneId)?.display ?? ''
        const { way, uri } = reply
        if (way === 'copy')
          set({ told: { kind: (await copied(uri)) ? 'copied' : 'notDialled', display, uri } })
        else if (!reply.opened) set({ told: { kind: way === 'qr' ? 'qr' : 'notDialled', display, uri } })
      } finally {
        if (asking === callId) asking = null
      }
    },
    answered: async () => {
      if (!card()?.draft?.answeredAt) await stamp('call.answered')
    },
    hungUp: async () => {
      const draft = card()?.draft
      if (draft && !draft.endedAt && (draft.dialledAt || draft.answeredAt)) await stamp('call.hungUp')
    },
    lineAgain: async () => {
      const leadId = card()?.leadId
      const draft = leadId ? await call('desk.check', { leadId }) : null
      if (draft && card()?.leadId === leadId) set({ desk: withCard(get().desk, { draft }) })
    },
  }
  return { deeds, settled: async () => void (await stamping) }
}

/** The digits alone, as every phone takes them. False where the browser does not let us. */
export const copied = (uri: string): Promise<boolean> =>
  navigator.clipboard.writeText(uri.replace(/^\w+:/, '').replace(/;ext=.*/, '')).then(
    () => true,
    () => false,
  )

type Draft = NonNullable<Card['draft']>

/** When it was answered and hung up, as far as that is known. */
const timesOf = (draft: Draft | null | undefined): Partial<Draft> => ({
  ...(draft?.answeredAt ? { answeredAt: draft.answeredAt } : {}),
  ...(draft?.endedAt ? { endedAt: draft.endedAt } : {}),
  // What lasts is the newer phase.
  ...(draft?.answeredAt || draft?.endedAt ? { elapsed: draft.elapsed } : {}),
})
