import type { CallState, CallStore } from './call-store.ts'
import type { Command } from './keys.ts'
import type { Outcome } from './form.ts'
import { toName } from './use-desk-focus.ts'

export type Around = {
  root: Element | null
  go: (step: 1 | -1) => void
  help: () => void
  outcomes: readonly Outcome[]
  /** "Not now" is the queue's to do. */
  skip: () => void
}
type Deeds = { [D in Command['do']]: (command: Extract<Command, { do: D }>) => Promise<void> | void }

/** Does what a key asked for. */
export function deedOf(command: Command, store: CallStore, around: Around): Promise<void> | void {
  const deeds = deedsOf(store.getState(), around)
  // The table pairs each command with its deed; the compiler cannot follow that through a union.
  return (deeds[command.do] as (command: Command) => Promise<void> | void)(command)
}

function deedsOf(state: CallState, { root, go, help, skip, outcomes }: Around): Deeds {
  const inRow = (deed: (criterion: string) => Promise<void>) => () =>
    state.row ? deed(state.row) : undefined
  const field = (name: string) =>
    root?.querySelector<HTMLElement>(`[data-field="${name}"] :is(input, textarea)`)
  return {
    nothing: () => {},
    dial: () => state.dial(),
    answered: state.answered,
    hungUp: () => (state.outcome && !isOnTheLine(state) ? state.deselect() : state.hungUp()),
    next: () => go(1),
    previous: () => go(-1),
    help,
    skip,
    save: state.save,
    undo: () => state.undo(),
    leave: () => toName(root),
    note: () => toEnd(field('note')),
    objection: () => state.find(true),
    evidence: () => toEnd(field('evidence')),
    open: ({ criterion }) => state.openRow(criterion),
    close: () => state.openRow(null),
    grade: ({ place }) => {
      const { desk, row } = state
      const criterion =
        desk.kind === 'lead' ? desk.card.board.criteria.find(({ id }) => id === row) : undefined
      const grade = criterion?.grades[place]
      return criterion && grade ? state.grade(criterion.id, grade.id) : undefined
    },
    stillValid: inRow(state.stillValid),
    unknown: inRow((criterion) => state.setState(criterion, 'unknown')),
    declined: inRow((criterion) => state.setState(criterion, 'declined')),
    notAsked: inRow((criterion) => state.setState(criterion, 'not_asked')),
    outcome: ({ outcome, leftMessage }) => {
      const chosen = outcomes.find(({ code }) => code === outcome)
      return chosen && state.choose(chosen, leftMessage)
    },
  }
}

function isOnTheLine({ desk }: CallState): boolean {
  const draft = desk.kind === 'lead' ? desk.card.draft : null
  return draft !== null && draft.endedAt === null && (draft.dialledAt ?? draft.answeredAt) !== null
}

function toEnd(field: HTMLElement | null | undefined): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  field.focus()
  field.setSelectionRange(field.value.length, field.value.length)
}
