import type { Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import type { Parts } from './parts.ts'
import { aroundOf } from './around.ts'
import { EMPTY, given, unclear, type Form, type Outcome } from './form.ts'

type LogRefusal = Extract<Output<'call.log'>, { kind: 'refused' }>['reasons'][number]
/** The engine's refusals, and what the screen can't read before it asks. */
export type Refusal = LogRefusal | 'when-unclear' | 'when-ambiguous' | 'outcome-missing'

export type LogDeeds = {
  /** Logs what needs no more than its key; selects the others. */
  choose: (outcome: Outcome, leftMessage?: boolean) => Promise<void>
  deselect: () => void
  fill: (change: Partial<Form>) => void
  /** Is the person on the desk called, and this rep at work, at this time? */
  fits: (repId: string, at: number) => Promise<Output<'promises.fits'>>
  /** Logs the outcome selected; the next lead comes with the reply. */
  save: () => Promise<void>
  /** A do-not-call is asked why it was a slip first. */
  undo: (reason?: string) => Promise<void>
  /** Leaves it as it is. */
  keepWish: () => void
}

export function logging({ call, listId, get, set, card, show }: Parts, flush: () => Promise<void>): LogDeeds {
  /** Logged in another window meanwhile: the lead as it stands now, on a draft of its own. */
  const again = async () => {
    show(await call('desk.open', { listId, leadId: card()?.leadId ?? null, after: null }))
    set({ told: { kind: 'loggedElsewhere' } })
  }
  const log = async (outcome: Outcome, form: Form, leftMessage: boolean) => {
    if (get().isBusy) return
    set({ isBusy: true, ...(get().refusals.length > 0 ? { refusals: [] } : {}) })
    try {
      // The call is logged with the note and the answers as they were typed.
      await flush()
      const now = card()
      if (!now) return
      const around = aroundOf(now)
      const wrong = unclear(outcome, form, around)
      if (wrong) return set({ refusals: [wrong] })
      const { leadId } = now
      const callId = now.draft?.callId ?? (await call('desk.note', { leadId, note: get().note })).callId
      const { kind, code } = outcome
      const pressed = { outcome: kind, own: code === kind ? null : code }
      const input = { leadId, callId, ...pressed, listId, leftMessage, ...given(outcome, form, around) }
      const reply = await call('call.log', input)
      if (reply.kind === 'refused') return set({ outcome, refusals: reply.reasons })
      show(reply.next)
      set({ told: { kind: 'logged', name: now.person.name, outcome: code, leftMessage, stage: reply.stage } })
    } catch (error) {
      if (!isStale(error)) throw error
      await again()
    } finally {
      set({ isBusy: false })
    }
  }

  return {
    choose: async (outcome, leftMessage = false) => {
      if (!card()) return
      if (outcome.atOnce) return log(outcome, EMPTY, leftMessage)
      if (get().outcome?.code === outcome.code) return
      set({ outcome, form: { ...EMPTY, reason: outcome.reason }, refusals: [], row: null })
    },
    deselect: () => set({ outcome: null, form: EMPTY, refusals: [] }),
    fill: (change) => {
      const form = { ...get().form, ...change }
      set({ form, refusals: [] })
    },
    fits: (repId, at) => call('promises.fits', { leadId: card()?.leadId ?? '', repId, at }),
    save: async () => {
      const { outcome, form } = get()
      if (!outcome) return set({ refusals: ['outcome-missing'] })
      await log(outcome, form, false)
    },
    undo: async (reason) => {
      if (get().isBusy) return
      await flush()
      const reply = await call('call.undo', reason === undefined ? {} : { reason })
      if (reply.kind === 'refused') return set({ told: { kind: 'notUndone', reason: reply.reason } })
      show(await call('desk.open', { listId, leadId: reply.leadId, after: null }))
      const { name, own, outcome, back } = reply
      set({ told: { kind: 'undone', name, outcome: own ?? outcome, back } })
    },
    keepWish: () => set({ told: null }),
  }
}

const isStale = (error: unknown): boolean => error instanceof AppError && error.reason === 'draft-stale'
