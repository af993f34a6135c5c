import { fold } from '../../lib/fold.ts'
import { STAGES, type Stage } from '../stage.ts'
import type { CsvRecord } from './csv.ts'
import { emptyBy, trimmed } from './cell.ts'
import { dayTimeAt, readDate, saysUtc } from './date.ts'
import { decimalMarkOf, parseDecimal, type DecimalMark } from './decimal.ts'
import type { DateOrder, Field } from './field.ts'
import { currencyIn, currencyOfCountry, moneyOf, type Money } from './money.ts'
import type { OutcomeId } from '../outcome.ts'
import { ruleIn, SHIPPED_RULES, type ReasonRule, type ReasonRules } from '../reason-set.ts'
import { HISTORY_OUTCOMES, outcomeOfWord, type HistoryOutcome } from './outcome-words.ts'
import { rowReader } from './read-row.ts'
import type { Values } from './row.ts'
import { stageOfWord } from './stage-words.ts'
import { CRM_VERDICTS, reasonOfWord, verdictOfWord, type CrmVerdict } from './verdict-words.ts'

/** What a column of a call history can be about; the first four say whom it is about. */
const HISTORY_WHO = ['externalId', 'email', 'phone', 'fullName'] as const satisfies readonly Field[]
export const HISTORY_FIELDS = [
  ...HISTORY_WHO,
  'calledAt',
  'calledTime',
  'outcome',
  'agent',
  'talk',
  'note',
  'result',
  'verdict',
  'reason',
  'amount',
  'currency',
] as const
export type HistoryField = (typeof HISTORY_FIELDS)[number]

export const HISTORY_PROBLEMS = [
  'nobody',
  'unknown_person',
  'several_people',
  'no_date',
  'future',
  'no_outcome',
  'unknown_agent',
  'verdict_unknown',
  'not_handed_over',
  'amount_unreadable',
] as const
export type HistoryProblem = (typeof HISTORY_PROBLEMS)[number]

type HistoryColumn = {
  index: number
  field: HistoryField
  order: DateOrder
  /** What a folded cell stands for: an outcome, a rep's id, a stage; '' = no answer. */
  values?: Readonly<Record<string, string>> | undefined
  /** It may say in which zone its times are, and in which unit talk is counted. */
  header?: string | undefined
}
export type HistoryPlan = {
  columns: readonly HistoryColumn[]
  country: string
  zone: string
  emptyWords: readonly string[]
  /** Of the whole column of amounts. */
  mark?: DecimalMark | null
  /** The team's own outcomes by their codes, and all of them by their folded names. */
  team?: ReadonlyMap<string, { code: string; kind: OutcomeId }>
  /** The reasons in force, and their codes by what the team calls them, folded; as shipped without. */
  reasons?: { rules: ReasonRules; named: ReadonlyMap<string, string> }
}

export type HistoryRow = {
  line: number
  cells: readonly string[]
  who: Values
  /** Epoch ms; null = it cannot be read. */
  calledAt: number | null
  /** The row says when, readable or not. */
  isDated: boolean
  outcome: HistoryOutcome | null
  /** The team's own outcome of that kind; null = ours. */
  own: string | null
  /** As written, and the rep it stands for. */
  agent: string
  repId: string | null
  /** Seconds; null = the file does not say. */
  talk: number | null
  note: string
  /** Where another system put the lead after this call. */
  result: Stage | null
  /** What came of a lead that was handed over, and why as it is written. */
  verdict: CrmVerdict | null
  isVerdictUnknown: boolean
  /** As written; blank where the row names none. */
  verdictCell: string
  reason: string
  /** What is meant by it; null = words. */
  because: ReasonRule | null
  amount: Money | null
  isAmountUnreadable: boolean
  /** It tells of a call: it has an outcome, or the file has no verdicts to live by. */
  isCall: boolean
}

/** Reads a row of a call history. Whom it is about is read as in any import. */
export function historyReader(plan: HistoryPlan): (record: CsvRecord) => HistoryRow {
  const isEmpty = emptyBy(plan.emptyWords)
  const who = plan.columns.flatMap(({ index, field, order }) => {
    const known = HISTORY_WHO.find((each) => each === field)
    return known ? [{ index, field: known, order, header: '', rule: 'fill' as const }] : []
  })
  const { country, zone, emptyWords } = plan
  const readWho = rowReader({ columns: who, width: 0, country, source: null, emptyWords, zone, today: '' })
  return (record) => {
    const of = (field: HistoryField) => {
      const column = plan.columns.find((each) => each.field === field)
      const cell = trimmed(record.cells[column?.index ?? -1] ?? '')
      return column && !isEmpty(cell) ? { cell, column } : null
    }
    const said = (field: HistoryField): [string, string | null] => {
      const found = of(field)
      return [found?.cell ?? '', found ? (found.column.values?.[fold(found.cell)] ?? null) : '']
    }
    const date = of('calledAt')
    const reason = of('reason')?.cell ?? ''
    const code = reasonOfWord(reason, plan.reasons?.named)
    const [outcome, meantOutcome] = said('outcome')
    const team = plan.team?.get(meantOutcome || fold(outcome))
    const [agent, meantAgent] = said('agent')
    const [result, meantResult] = said('result')
    const [verdictCell, meantVerdict] = said('verdict')
    // A call that ended in a contract; what else the row or somebody says of it comes first.
    const isWon =
      !team && meantOutcome === null && result + verdictCell === '' && verdictOfWord(outcome) === 'won'
    const verdict = isWon ? 'won' : (oneOf(CRM_VERDICTS, meantVerdict) ?? verdictOfWord(verdictCell))
    const amountCell = of('amount')?.cell ?? ''
    const currency =
      currencyIn(of('currency')?.cell ?? '') ??
      currencyIn(amountCell) ??
      currencyOfCountry(country, amountCell)
    const amount = amountCell === '' ? null : moneyOf(amountCell, plan.mark ?? null, currency)
    const time = of('calledTime')
    const day = date && readDate(date.cell, date.column.order)
    const timed =
      date && time && day?.minutes === null ? readDate(`${date.cell} ${time.cell}`, date.column.order) : null
    const read = timed ?? day
    const isUtc = [date, time].some((each) => each && saysUtc(each.column.header ?? ''))
    const talk = of('talk')
    return {
      line: record.line,
      cells: record.cells,
      who: readWho(record).values,
      calledAt: read ? dayTimeAt(read, isUtc ? 'UTC' : zone) : null,
      isDated: date !== null,
      outcome: team?.kind ?? oneOf(HISTORY_OUTCOMES, meantOutcome) ?? outcomeOfWord(outcome),
      own: team && team.code !== team.kind ? team.code : null,
      agent,
      repId: meantAgent || null,
      talk: talkOf(talk?.cell ?? '', talk?.column.header),
      note: of('note')?.cell ?? '',
      result: meantResult === '' ? null : (oneOf(STAGES, meantResult) ?? stageOfWord(result)),
      verdict,
      // Somebody said that it stands for none yet.
      isVerdictUnknown: verdict === null && verdictCell !== '' && meantVerdict !== '',
      verdictCell,
      amount,
      isAmountUnreadable: amountCell !== '' && amount === null,
      isCall: outcome !== '' || verdictCell === '',
      reason,
      because: code === null ? null : ruleIn(plan.reasons?.rules ?? SHIPPED_RULES, code),
    }
  }
}

const oneOf = <T extends string>(all: readonly T[], word: string | null): T | null =>
  all.find((each) => each === word) ?? null

const IN_PARTS = /^(?:(\d+)\s*h[a-z]*\.?)?\s*(?:(\d+)\s*m[a-z]*\.?)?\s*(?:(\d+)\s*s[a-z]*\.?)?$/i

/** Seconds of `02:14`, `1:02:14`, `134` or `134 s`, `2m 14s`, `1 h 5 min`; minutes of `2 min`. `header` may say what is counted. */
export function talkOf(cell: string, header = ''): number | null {
  const [parts, h = 0, m = 0, s = 0] = IN_PARTS.exec(cell.trim()) ?? []
  if (parts) return Number(h) * 3600 + Number(m) * 60 + Number(s)
  const [, hours = 0, minutes, seconds] = /^(?:(\d+):)?(\d+):(\d{2})$/.exec(cell.trim()) ?? []
  if (minutes !== undefined) return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  const [, number = '', unit = ''] =
    /^([\d.,]+)\s*(s|sec|segs?|seg\.?|seconds?|segundos?|m|min|mins|minutes?|minutos?)?$/i.exec(
      cell.trim(),
    ) ?? []
  const value = parseDecimal(number, decimalMarkOf([number]))
  return value === null || value < 0 ? null : Math.round(value * (unit ? unitOf(unit) : unitOf(header)))
}

/** In seconds. */
function unitOf(words: string): number {
  const text = fold(words).replace(/[^a-z]+/g, ' ')
  return UNITS.find(([says]) => says.test(text))?.[1] ?? 1
}
const UNITS = [
  [/\b(?:ms|msec|milli\w*|milisegundos|hs call duration)\b/, 0.001],
  [/\b(?:mins?|minut\w*)\b|^m$/, 60],
] as const
