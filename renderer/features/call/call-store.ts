import { createStore, type StoreApi } from 'zustand/vanilla'

import type { Call, Output } from '#shared/contract/api'
import type { Card } from '#shared/contract/card'
import type { Stage } from '#shared/domain/stage'
import type { Back } from './back-words.ts'
import { answering, type AnswerDeeds, type Detail } from './answering.ts'
import { dialling, type DialDeeds, type Refused } from './dialling.ts'
import { EMPTY, type Form, type Outcome } from './form.ts'
import { objecting, type Library, type Say, type ScriptDeeds, type ScriptTexts } from './objecting.ts'
import { logging, type LogDeeds, type Refusal } from './logging.ts'
import { withCard, type Parts } from './parts.ts'
import { createSaver } from './saver.ts'

export type Desk = { kind: 'loading' } | { kind: 'empty' } | { kind: 'lead'; card: Card; shownAt: number }

/** What just happened, for the live region and the line under "Save". */
type Told =
  /** `outcome` by its code. */
  | { kind: 'logged'; name: string; outcome: string; leftMessage: boolean; stage: Stage }
  | { kind: 'undone'; name: string; outcome: string; back: readonly Back[] }
  | { kind: 'notUndone'; reason: Extract<Output<'call.undo'>, { kind: 'refused' }>['reason'] }
  | { kind: 'notDialled' | 'copied' | 'qr'; display: string; uri: string }
  | { kind: 'loggedElsewhere' }
  /** `by` null: another window of the same rep. */
  | { kind: 'taken'; name: string; by: string | null }

export type CallState = {
  desk: Desk
  note: string
  phoneId: string | null
  /** The criterion whose row takes digits, and the one whose details are in sight. */
  row: string | null
  detail: string | null
  details: Readonly<Record<string, Detail>>
  /** What stands in the opener's place; null = the opener. */
  say: Say | null
  isFinding: boolean
  /** Read when first needed. */
  library: Library | null
  scripts: ScriptTexts | null
  outcome: Outcome | null
  form: Form
  refusals: readonly Refusal[]
  dialRefused: Refused | null
  isBusy: boolean
  told: Told | null
} & OpenDeeds &
  AnswerDeeds &
  DialDeeds &
  ScriptDeeds &
  LogDeeds

type OpenDeeds = {
  /** Puts a lead on the desk; null takes the next one, `after` is skipped. */
  open: (leadId: string | null, after?: string | null) => Promise<void>
  /** After a sleep: the lead stays on the desk if nobody else has it by now; else the next one comes. True when it stays. */
  keep: (leadId?: string) => Promise<boolean>
  write: (note: string) => void
  /** Everything typed is on disk once it resolves. */
  flush: () => Promise<void>
  choosePhone: (phoneId: string) => void
}

export type CallStore = StoreApi<CallState>
/** Milliseconds after the last key: a note is on disk before a hand can reach for the power. */
const NOTE_DELAY = 120

/** The desk: what is on it and what was typed. It asks and shows; the engine judges. */
export function createCallStore(
  call: Call,
  listId: string,
  monotonic: () => number = () => performance.now(),
): CallStore {
  return createStore<CallState>()((set, get) => {
    const card = () => {
      const { desk } = get()
      return desk.kind === 'lead' ? desk.card : null
    }
    const show = (next: Card | null) => {
      // What can be taken back stays in sight; what went wrong belonged to the lead before.
      const told = get().told?.kind === 'logged' ? get().told : null
      set({ ...FRESH, ...contents(next, monotonic()), told })
    }
    const parts: Parts = { call, listId, monotonic, get, set, card, show }
    const notes = createSaver<string>(NOTE_DELAY, async (leadId, note) => {
      const draft = await call('desk.note', { leadId, note })
      const now = card()
      if (now?.leadId === leadId) set({ desk: withCard(get().desk, { draft }) })
    })
    const answers = answering(parts)
    const line = dialling(parts)
    const flush = async () => {
      await Promise.all([notes.flush(), answers.flush(), line.settled()])
    }

    return {
      ...FRESH,
      desk: { kind: 'loading' },
      note: '',
      phoneId: null,
      told: null,
      isBusy: false,
      library: null,
      scripts: null,
      ...answers.deeds,
      ...line.deeds,
      ...objecting(parts),
      ...logging(parts, flush),
      flush,
      open: async (leadId, after = null) => {
        await flush()
        show(await call('desk.open', { listId, leadId, after }))
      },
      keep: async (asked) => {
        const leadId = asked ?? card()?.leadId
        if (leadId === undefined) return false
        const reply = await call('desk.keep', { leadId })
        const isHere = (asked ?? card()?.leadId) === leadId
        if (reply.kind === 'kept' || !isHere) return true
        await get().open(null)
        set({ told: reply })
        return false
      },
      write: (note) => {
        const leadId = card()?.leadId
        set({ note })
        if (leadId) notes.put(leadId, note)
      },
      choosePhone: (phoneId) => set({ phoneId }),
    }
  })
}

/** What a new lead starts with. */
const FRESH = {
  row: null,
  detail: null,
  details: {},
  say: null,
  isFinding: false,
  outcome: null,
  form: EMPTY,
  refusals: [],
  dialRefused: null,
} satisfies Partial<CallState>

function contents(card: Card | null, shownAt: number): Pick<CallState, 'desk' | 'note' | 'phoneId'> {
  if (!card) return { desk: { kind: 'empty' }, note: '', phoneId: null }
  const callable = card.person.phones.find(({ status }) => status === 'ok' || status === 'switchboard')
  return {
    desk: { kind: 'lead', card, shownAt },
    note: card.draft?.note ?? '',
    phoneId: card.draft?.phoneId ?? callable?.id ?? card.person.phones[0]?.id ?? null,
  }
}
