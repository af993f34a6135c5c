import { majorUnits } from '../../lib/money.ts'
import { dayOf, minutesOf } from '../calendar.ts'
import { shown } from '../board.ts'
import type { ExportAnswer, ExportCall, ExportLead } from './lead.ts'
import { ownWord, word } from './words.ts'

/** `2026-03-10 10:05`, as clocks show it in the zone. */
export function momentIn(zone: string, at: number): string {
  const minutes = minutesOf(zone, at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${dayOf(zone, at)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** The grade or state in words; what was not asked is blank. */
export function answerText({ criterion, state, grade }: ExportAnswer, lead: ExportLead): string {
  if (state === 'not_asked') return ''
  return state === 'answered' ? ownWord(lead, criterion, grade ?? '') : word(state, lead.language)
}

/** Why this is an SQL, line by line (PRODUCT.md section 12): score, answers with evidence, next step, note, problem. */
export const evidenceOf = (lead: ExportLead): string =>
  [...proofLines(lead), ...noteLines(lead)].filter(Boolean).join('\n')

/** What was noted in a call, and below the one that qualified them, why they are an SQL. */
export function callNoteOf(call: ExportCall, lead: ExportLead): string {
  const proofs = call.id === qualifyingCall(lead)?.id ? proofLines(lead) : []
  return [call.note, ...proofs].filter(Boolean).join('\n')
}

const qualifyingCall = ({ sql, calls }: ExportLead): ExportCall | undefined =>
  sql ? (calls.find(({ id }) => id === sql.callId) ?? calls.findLast(({ at }) => at <= sql.at)) : undefined

type Line = string | false | null | undefined

function proofLines(lead: ExportLead): Line[] {
  const { sql, step, decider, language, zone } = lead
  const say = (id: string) => word(id, language)
  return [
    sql && `${say('qualifiedBy')} ${sql.by}, ${dayOf(zone, sql.at)}${scoreOf(lead)}`,
    sql?.override && `${say('override')} ${sql.override.by}: ${sql.override.reason ?? ''}`,
    ...lead.answers.map((answer) => answerLine(answer, lead)),
    decider && `${say('whoDecides')}: ${decider}`,
    step && `${say('step')}: ${say(step.kind)}, ${momentIn(zone, step.dueAt)}${withOf(lead)}`,
  ]
}

const noteLines = ({ note, opportunity, language }: ExportLead): Line[] => [
  note && `${word('note', language)}: ${note}`,
  opportunity?.problem && `${word('problem', language)}: ${opportunity.problem}`,
]

function scoreOf({ sql, framework, language }: ExportLead): string {
  if (sql?.score == null) return ''
  const mark = language === 'es' ? ',' : '.'
  const threshold = sql.threshold === null ? '' : ` (${word('threshold', language)} ${sql.threshold})`
  const id = sql.framework ?? framework.framework
  const name = (id === framework.framework ? framework.name : null) ?? id.toLocaleUpperCase(language)
  return `, ${name} ${shown(sql.score, mark)}${threshold}`
}

const withOf = ({ step, language }: ExportLead): string =>
  step?.withWhom ? `, ${word('with', language)} ${step.withWhom}` : ''

function answerLine(answer: ExportAnswer, lead: ExportLead): string | null {
  const text = answerText(answer, lead)
  if (!text) return null
  const { amountMinor, currency, date, evidence } = answer
  const amount = amountMinor === null ? null : `${majorUnits(amountMinor, currency)} ${currency ?? ''}`.trim()
  const detail = [text, amount, date].filter(Boolean).join(', ')
  return `${ownWord(lead, answer.criterion)}: ${detail}${evidence ? `. ${evidence}` : ''}`
}
