import { createStore } from 'zustand/vanilla'

import type { Call, Input, Output } from '#shared/contract/api'
import type { AlikePair } from '#shared/contract/review'
import type { PairKind } from '#shared/domain/identity/merge'
import { LOADING, loaded, valueOf, type Loaded } from '#renderer/ui/loaded'

type Page = Output<'review.pairs'>
export type Choices = Input<'review.merge'>['choices']
/** A decision that can be taken back, newest last. */
type Decided = { pairingId: string; name: string; did: 'merge' | 'apart' }

export type ReviewState = {
  kind: PairKind
  at: number
  page: Loaded<Page>
  /** Which of the two stays. */
  keep: 0 | 1
  choices: Choices
  decided: readonly Decided[]
  load: () => Promise<void>
  show: (kind: PairKind) => Promise<void>
  step: (by: 1 | -1) => Promise<void>
  swap: () => void
  choose: (field: keyof Choices, side: 'kept' | 'other') => void
  /** Returns whose decision it was; null when there is no pair. */
  merge: () => Promise<Decided | null>
  apart: () => Promise<Decided | null>
  undo: () => Promise<Decided | null>
}

/** Pairs that look alike, one at a time; the engine judges every deed. */
export function createReviewStore(call: Call) {
  return createStore<ReviewState>()((set, get) => {
    const pair = (): AlikePair | null => valueOf(get().page)?.rows[0] ?? null
    const ask = async (kind: PairKind, at: number) => {
      const asked = await loaded(call('review.pairs', { kind, offset: at, limit: 1 }))
      const total = valueOf(asked)?.total ?? 0
      // The last one was decided: what stands before it comes.
      if (at > 0 && at >= total) return ask(kind, Math.max(0, total - 1))
      const before = pair()
      if (asked.kind === 'failed' && before) return
      set({ kind, at, page: asked })
      if (idOf(pair()) !== idOf(before)) set({ keep: 0, choices: {} })
    }
    const decide = async (did: Decided['did'], deed: (pair: AlikePair) => Promise<{ pairingId: string }>) => {
      const now = pair()
      if (!now) return null
      const { pairingId } = await deed(now)
      const decided = { pairingId, name: now.sides[get().keep].name, did }
      set(({ decided: all }) => ({ decided: [...all, decided] }))
      await get().load()
      return decided
    }

    return {
      kind: 'person',
      at: 0,
      page: LOADING,
      keep: 0,
      choices: {},
      decided: [],
      load: () => ask(get().kind, get().at),
      show: (kind) => ask(kind, 0),
      step: async (by) => {
        const { kind, at, page } = get()
        const next = at + by
        if (next >= 0 && next < (valueOf(page)?.total ?? 0)) await ask(kind, next)
      },
      swap: () => set(({ keep }) => ({ keep: keep === 0 ? 1 : 0, choices: {} })),
      choose: (field, side) => set(({ choices }) => ({ choices: { ...choices, [field]: side } })),
      merge: () =>
        decide('merge', ({ kind, sides }) => {
          const { keep, choices } = get()
          const [kept, other] = [sides[keep], sides[keep === 0 ? 1 : 0]]
          return call('review.merge', { kind, keepId: kept.id, otherId: other.id, choices })
        }),
      apart: () =>
        decide('apart', ({ kind, sides: [a, b] }) => call('review.apart', { kind, a: a.id, b: b.id })),
      undo: async () => {
        const last = get().decided.at(-1)
        if (!last) return null
        await call('review.undo', { pairingId: last.pairingId })
        set(({ decided }) => ({ decided: decided.filter(({ pairingId }) => pairingId !== last.pairingId) }))
        await get().load()
        return last
      },
    }
  })
}

const idOf = (pair: AlikePair | null) => pair?.sides.map(({ id }) => id).join(' ') ?? ''
