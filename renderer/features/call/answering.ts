import type { Card } from '#shared/contract/card'
import type { AnswerState } from '#shared/domain/bant'
import { dayOf } from '#shared/domain/calendar'
import { gradeOfDate } from '#shared/domain/timeline'
import { aroundOf } from './around.ts'
import { withCard, type Parts } from './parts.ts'
import { createSaver } from './saver.ts'

/** What stands beside a grade, as typed. */
export type Detail = {
  evidence: string
  amountMinor: number | null
  currency: string | null
  date: string | null
}

export type AnswerDeeds = {
  openRow: (criterion: string | null) => void
  grade: (criterion: string, grade: string) => Promise<void>
  setState: (criterion: string, state: Exclude<AnswerState, 'answered'>) => Promise<void>
  stillValid: (criterion: string) => Promise<void>
  describe: (criterion: string, change: Partial<Detail>) => void
  /** Whom they named as the one who decides. Throws what the engine refuses. */
  nameDecider: (criterion: string, decider: Decider) => Promise<void>
  /** Another framework's rows on the same answers. */
  lookThrough: (framework: string) => Promise<void>
}

export type Decider = { name: string; phone: string | null }
type Given = { state: AnswerState; grade: string | null; stillValid?: boolean; decider?: Decider }

/** Milliseconds after the last key: an answer is a fact of its own, so it is not written at every letter. */
const DELAY = 700

/** The board's deeds: every answer goes to the engine at once, and its board comes back. */
export function answering({ call, get, set, card }: Parts): {
  deeds: AnswerDeeds
  flush: () => Promise<void>
} {
  const send = async (leadId: string, criterion: string, given: Given, detail: Detail) => {
    const { stillValid = false, ...answer } = given
    const evidence = detail.evidence.trim() || null
    const after = await call('call.answer', { leadId, criterion, ...answer, ...detail, evidence, stillValid })
    // What was missing may be there now; the next save says.
    if (card()?.leadId === leadId) set({ desk: withCard(get().desk, after), refusals: [] })
  }
  const details = createSaver<{ leadId: string; criterion: string; given: Given; detail: Detail }>(
    DELAY,
    async (_, { leadId, criterion, given, detail }) => send(leadId, criterion, given, detail),
  )
  const give = async (criterion: string, given: Given) => {
    const now = card()
    if (!now) return
    set({ row: null, detail: criterion, say: null })
    const detail = detailOf(now, get().details, criterion)
    // A date that the new grade does not cover was said before it.
    const isOld = detail.date !== null && given.grade !== gradeNow(now, detail.date)
    await send(now.leadId, criterion, given, isOld ? { ...detail, date: null } : detail)
  }

  return {
    flush: details.flush,
    deeds: {
      lookThrough: async (framework) => {
        const leadId = card()?.leadId
        if (!leadId) return
        await details.flush()
        const board = await call('desk.framework', { leadId, framework })
        if (card()?.leadId === leadId) set({ desk: withCard(get().desk, { board }), row: null, detail: null })
      },
      openRow: (criterion) => set({ row: criterion, say: null, ...(criterion ? { detail: criterion } : {}) }),
      grade: (criterion, grade) => give(criterion, { state: 'answered', grade }),
      setState: (criterion, state) => give(criterion, { state, grade: null }),
      stillValid: async (criterion) => {
        const answer = card()?.board.answers.find((one) => one.criterion === criterion)
        if (answer) await give(criterion, { state: answer.state, grade: answer.grade, stillValid: true })
        else set({ row: null })
      },
      nameDecider: async (criterion, decider) => {
        const now = card()
        const answer = now?.board.answers.find((one) => one.criterion === criterion)
        if (!now || !answer) return
        await details.flush()
        const given = { state: answer.state, grade: answer.grade, decider }
        await send(now.leadId, criterion, given, detailOf(now, get().details, criterion))
      },
      describe: (criterion, change) => {
        const now = card()
        if (!now) return
        const detail = { ...detailOf(now, get().details, criterion), ...change }
        set({ details: { ...get().details, [criterion]: detail } })
        const given = standing(now, criterion, detail)
        // Without an answer there is nothing to describe yet: it goes along with the grade.
        if (given) details.put(`${now.leadId} ${criterion}`, { leadId: now.leadId, criterion, given, detail })
      },
    },
  }
}

/** What was typed now, else what the answer that stands says. */
export function detailOf(card: Card, typed: Readonly<Record<string, Detail>>, criterion: string): Detail {
  const answer = card.board.answers.find((one) => one.criterion === criterion)
  return (
    typed[criterion] ?? {
      evidence: answer?.evidence ?? '',
      amountMinor: answer?.amountMinor ?? null,
      currency: answer?.currency ?? null,
      date: answer?.date ?? null,
    }
  )
}

function standing(card: Card, criterion: string, { date }: Detail): Given | null {
  if (date) return { state: 'answered', grade: gradeNow(card, date) }
  const answer = card.board.answers.find((one) => one.criterion === criterion)
  if (!answer || answer.state === 'not_asked') return null
  return { state: answer.state, grade: answer.grade }
}

/** By the calendar day where the person is. */
function gradeNow(card: Card, date: string) {
  const { zone, now } = aroundOf(card)
  return gradeOfDate(date, dayOf(zone, now), card.board.quarterStart)
}
