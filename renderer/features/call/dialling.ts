import { withCard, type Parts } from './parts.ts'

export type Refused = { rule: string; canOverride: boolean }
export type DialDeeds = {
  /** Hands the number to the phone; `override` is the reason to call all the same. */
  dial: (override?: string | null) => Promise<void>
  answered: () => Promise<void>
  hungUp: () => Promise<void>
}

/** The line: every press is one dial at most, and the times are the engine's. */
export function dialling({ call, get, set, card }: Parts): DialDeeds {
  const stamp = async (method: 'call.answered' | 'call.hungUp') => {
    const leadId = card()?.leadId
    if (!leadId) return
    const draft = await call(method, { leadId })
    if (card()?.leadId === leadId) set({ desk: withCard(get().desk, { draft }) })
  }
  return {
    dial: async (override = null) => {
      const now = card()
      const { phoneId, isBusy } = get()
      if (!now || !phoneId || isBusy) return
      set({ isBusy: true, dialRefused: null })
      try {
        const reply = await call('call.dial', { leadId: now.leadId, phoneId, override })
        // A second press while it rings is a nervous hand, not a question.
        if (reply.kind === 'refused')
          return set({ dialRefused: reply.rule === 'already-dialled' ? null : reply })
        set({ desk: withCard(get().desk, { draft: reply.draft }) })
        const display = now.person.phones.find(({ id }) => id === phoneId)?.display ?? ''
        if (!reply.opened) set({ told: { kind: 'notDialled', display } })
      } finally {
        set({ isBusy: false })
      }
    },
    answered: async () => {
      if (!card()?.draft?.answeredAt) await stamp('call.answered')
    },
    hungUp: async () => {
      const draft = card()?.draft
      if (draft && !draft.endedAt && (draft.dialledAt || draft.answeredAt)) await stamp('call.hungUp')
    },
  }
}
