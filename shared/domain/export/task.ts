import { dayOf } from '../calendar.ts'
import type { ExportLead } from './lead.ts'
import type { Sheet } from './profile.ts'
import { leadValue, type LeadValue } from './values.ts'
import { word } from './words.ts'

/** Somebody turned out to be a customer already: whoever looks after them there hears of it (PRODUCT.md section 8). */
export type CustomerTask = {
  /** The move that closed the lead. */
  id: string
  lead: ExportLead
  foundAt: number
  foundBy: string
  /** What was said beside it, and noted in the call. */
  words: readonly string[]
  /** When it goes out, and is due. */
  dueAt: number
}

/** Characters, as many as Salesforce takes; whom it is about also stands in columns of its own. */
const TITLE = 255

const TASK_VALUES = {
  taskId: ({ id }) => id,
  taskTitle: ({ lead }) =>
    `${word('customerAlready', lead.language)}: ${[lead.name, lead.company].filter(Boolean).join(', ')}`.slice(
      0,
      TITLE,
    ),
  taskNote: (task) => [foundLine(task), ...task.words, reachLine(task)].filter(Boolean).join('\n'),
  dueTime: ({ dueAt }) => new Date(dueAt).toISOString().replace(/\.\d+Z$/, 'Z'),
  dueDay: ({ dueAt, lead }) => dayOf(lead.zone, dueAt),
  foundDay: ({ foundAt, lead }) => dayOf(lead.zone, foundAt),
  foundBy: ({ foundBy }) => foundBy,
  words: ({ words }) => words.join('\n'),
  toDo: () => 'toDo',
} as const satisfies Record<string, (task: CustomerTask) => string>

export type TaskValue = keyof typeof TASK_VALUES | LeadValue

const foundLine = ({ lead, foundBy, foundAt }: CustomerTask): string =>
  `${word('foundBy', lead.language)} ${foundBy}, ${dayOf(lead.zone, foundAt)}`

/** The account manager may know them by another number. */
const reachLine = ({ lead }: CustomerTask): string =>
  [lead.phones[0]?.e164, lead.emails[0]].filter(Boolean).join(', ')

const isTaskValue = (from: TaskValue): from is keyof typeof TASK_VALUES => from in TASK_VALUES

/** The cells of its row, in the order of the columns, unguarded. */
export const taskCells = ({ columns }: Sheet<TaskValue>, task: CustomerTask): string[] =>
  columns.map(({ from, which = 0, options }) => {
    const value = isTaskValue(from) ? TASK_VALUES[from](task) : leadValue(task.lead, from, which)
    return options ? (options[value] ?? '') : value
  })
