import { sumOf } from '../lib/sum.ts'
import { Temporal } from 'temporal-polyfill'

import type { Answer, Criterion, Definition } from './bant.ts'
import { dayOf } from './calendar.ts'
import { gradeOfDate } from './timeline.ts'

/** Where a criterion stands. Open = not asked or unknown; a stale answer counts as open until "still valid". */
export type AnswerStanding = 'open' | 'stale' | 'declined' | 'fresh'

type BoardLine = {
  criterion: Criterion
  answer: Answer | null
  standing: AnswerStanding
  /** The grade as it reads today; null when there is none. */
  grade: string | null
  /** Hundredths of a point. */
  now: number
  possible: number
  gate: 'none' | 'passed' | 'failed' | 'open'
}

type Moment = { today: string; zone: string; quarterStart: number }

/** The board of one lead at one moment. Points are whole hundredths, 0-10000; only these are compared. */
export type BoardNow = {
  lines: readonly BoardLine[]
  now: number
  possible: number
  /** Gates that a fresh answer or a refusal to answer keeps shut. */
  failedGates: readonly string[]
  /** Gates that no fresh answer has passed yet: what proof 2 lacks. Includes the failed ones. */
  unpassedGates: readonly string[]
  nextBest: { criterion: string; points: number } | null
  atThreshold: boolean
  /** Whether the threshold and every gate are still within reach. */
  canQualify: boolean
}

/**
 * PRODUCT.md section 5. `answers` holds at most one answer a criterion, the last wins; `now` is epoch ms and
 * `zone` where the person is, since a day is the calendar day there.
 */
export function boardOf(
  definition: Definition,
  answers: readonly Answer[],
  now: number,
  zone: string,
): BoardNow {
  const given = new Map(answers.map((answer) => [answer.criterion, answer]))
  const moment = { today: dayOf(zone, now), zone, quarterStart: definition.quarterStart ?? 1 }
  const lines = definition.criteria.map((criterion) =>
    lineOf(criterion, definition.weights[criterion.id] ?? 0, given.get(criterion.id) ?? null, moment),
  )
  const [points, possible] = [sumOf(lines, (line) => line.now), sumOf(lines, (line) => line.possible)]
  const threshold = definition.threshold * 100
  const failedGates = idsOf(lines, (line) => line.gate === 'failed')
  return {
    lines,
    now: points,
    possible,
    failedGates,
    unpassedGates: idsOf(lines, (line) => line.gate === 'failed' || line.gate === 'open'),
    nextBest: nextBestOf(lines),
    atThreshold: points >= threshold,
    canQualify: possible >= threshold && failedGates.length === 0,
  }
}

/** A score as people read it: one decimal when not whole, cut and never rounded up. */
export function shown(hundredths: number, decimalMark = '.'): string {
  const whole = Math.floor(hundredths / 100)
  const tenths = Math.floor((hundredths % 100) / 10)
  return hundredths % 100 === 0 ? String(whole) : `${whole}${decimalMark}${tenths}`
}

function lineOf(criterion: Criterion, weight: number, answer: Answer | null, moment: Moment): BoardLine {
  const grade = gradeNow(criterion, answer, moment)
  const worth = criterion.grades.find(({ id }) => id === grade)?.worth
  const standing = standingOf(criterion, answer, worth !== undefined, moment)
  const earned = standing === 'fresh' ? weight * (worth ?? 0) : 0
  const best = weight * Math.max(...criterion.grades.map((each) => each.worth))
  const isWaiting = standing === 'open' || standing === 'stale'
  return {
    criterion,
    answer,
    standing,
    grade: worth === undefined ? null : grade,
    now: earned,
    possible: isWaiting ? best : earned,
    gate: gateOf(criterion, grade, standing),
  }
}

function standingOf(
  criterion: Criterion,
  answer: Answer | null,
  hasGrade: boolean,
  moment: Moment,
): AnswerStanding {
  if (answer?.state === 'declined') return answer.borrowed ? 'open' : 'declined'
  if (answer?.state !== 'answered' || !hasGrade) return 'open'
  return isStale(criterion, answer, moment) ? 'stale' : 'fresh'
}

function isStale({ staleMonths }: Criterion, answer: Answer, { today, zone }: Moment): boolean {
  if (answer.borrowed) return true
  if (staleMonths === null) return answer.date !== null && answer.date < today
  const given = Temporal.PlainDate.from(dayOf(zone, answer.at))
  return given.add({ months: staleMonths }).toString() <= today
}

function gradeNow(
  criterion: Criterion,
  answer: Answer | null,
  { today, quarterStart }: Moment,
): string | null {
  if (answer?.state !== 'answered') return null
  const isDated = criterion.staleMonths === null && answer.date !== null
  return isDated ? gradeOfDate(answer.date, today, quarterStart) : answer.grade
}

function gateOf({ gate }: Criterion, grade: string | null, standing: AnswerStanding): BoardLine['gate'] {
  if (gate === null) return 'none'
  if (standing === 'fresh') return gate.includes(grade ?? '') ? 'passed' : 'failed'
  return standing === 'declined' ? 'failed' : 'open'
}

/** The open or stale criterion worth most; of equals one whose gate is open, then the first as the definition has them. */
function nextBestOf(lines: readonly BoardLine[]): BoardNow['nextBest'] {
  const gains = lines
    .map(({ criterion, possible, now, gate }) => ({ criterion: criterion.id, points: possible - now, gate }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points || Number(b.gate === 'open') - Number(a.gate === 'open'))
  const [best] = gains
  return best ? { criterion: best.criterion, points: best.points } : null
}

const idsOf = (lines: readonly BoardLine[], wanted: (line: BoardLine) => boolean): string[] =>
  lines.filter(wanted).map((line) => line.criterion.id)
