import type { Language } from '../language.ts'
import { labelOf } from './person-words.ts'
import { word } from './words.ts'

/** What is held on a person, in the order it is given (PRODUCT.md section 9). */
export const SECTIONS = [
  'person',
  'phones',
  'emails',
  'identities',
  'leads',
  'bases',
  'suppressions',
  'signals',
  'calls',
  'answers',
  'objections',
  'promises',
  'stages',
  'owners',
  'skips',
  'overrides',
  'opportunities',
  'verdicts',
  'exports',
  'edits',
  'merges',
  'drafts',
  'looks',
  'requests',
] as const
export type Section = (typeof SECTIONS)[number]

type Cell = string | number | null
/** Instants are epoch ms in columns whose name ends in `at`. */
type PersonData = Readonly<Record<Section, readonly Readonly<Record<string, Cell>>[]>>
/** `moment` writes an instant as clocks show it. */
type Given = {
  data: PersonData
  madeAt: number
  by: string
  language: Language
  moment: (at: number) => string
}

const isInstant = (column: string): boolean => /(?:^at|At)$/.test(column)

/** For machines: instants as ISO 8601 in UTC, nothing left out. */
export const personJson = ({ data, madeAt, by }: Given): string =>
  JSON.stringify(
    {
      madeAt: new Date(madeAt).toISOString(),
      madeBy: by,
      ...Object.fromEntries(SECTIONS.map((section) => [section, data[section].map(readable)])),
    },
    null,
    2,
  )

const readable = (row: Readonly<Record<string, Cell>>) =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      isInstant(column) && typeof value === 'number' ? new Date(value).toISOString() : value,
    ]),
  )

/** For people: one page that needs nothing else. Sections and columns without a value are left out. */
export function personHtml({ data, madeAt, by, language, moment }: Given): string {
  const say = (key: string) => escaped(labelOf(key, language))
  const name = escaped(String(data.person[0]?.['name'] ?? ''))
  const sections = SECTIONS.filter((section) => data[section].length > 0)
  const value = (column: string, cell: Cell | undefined) => {
    if (cell === null || cell === undefined) return ''
    if (isInstant(column) && typeof cell === 'number') return escaped(moment(cell))
    return escaped(typeof cell === 'string' ? word(cell, language) : String(cell))
  }
  const table = (section: Section) => {
    const rows = data[section]
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) =>
      rows.some((row) => (row[column] ?? '') !== ''),
    )
    const cells = (row: Readonly<Record<string, Cell>>) =>
      columns.map((column) => `<td>${value(column, row[column])}</td>`).join('')
    return `<h2>${say(section)}</h2>
<table><thead><tr>${columns.map((column) => `<th scope="col">${say(column)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table>`
  }
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${name}</title><style>${STYLE}</style></head>
<body><h1>${name}</h1><p>${say('made')} ${escaped(moment(madeAt))}, ${escaped(by)}</p>
${sections.map(table).join('\n')}
</body></html>
`
}

const STYLE = `body{font:14px/1.45 system-ui,sans-serif;margin:32px;color:#16181d}h1{font-size:22px}h2{font-size:15px;margin:28px 0 6px}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:4px 10px 4px 0;border-bottom:1px solid #d9dce3;overflow-wrap:anywhere}
th{font-weight:600;color:#4a5060}`

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark)
