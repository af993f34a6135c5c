export type DecimalMark = '.' | ','

const SIGNS = /(?:\b(?:us|mx|r))?\$|[€£¥]|\b(?:eur|euros?|usd|gbp|mxn|brl|chf)\b/gi
const WRITTEN = /^([(+-]?)(\d[\d.,'’]*)\)?(-?)$/
const WHOLE = /^(?:\d+|\d{1,3}(?:([.,'’])\d{3}(?:\1\d{3})*))$/

const bare = (cell: string) => cell.normalize('NFKC').replace(SIGNS, '').replace(/\s/g, '')

/**
 * The decimal mark of a whole column, by the first cell that allows one only: `1.8`, `1.234,5`. Null when none does,
 * since `93.994` may be either. Never per cell.
 */
export function decimalMarkOf(cells: Iterable<string>): DecimalMark | null {
  for (const cell of cells) {
    const [, , inside = ''] = WRITTEN.exec(bare(cell)) ?? []
    const marks = inside.replace(/[\d'’]/g, '')
    const last = marks.at(-1)
    if (last === undefined || inside.indexOf(last) !== inside.lastIndexOf(last)) continue
    const after = inside.length - 1 - inside.indexOf(last)
    const others = inside.slice(0, inside.indexOf(last)).replace(/\d/g, '')
    if (others !== '' || after !== 3 || inside.startsWith('0')) return last === '.' ? '.' : ','
  }
  return null
}

/**
 * A number by its column's decimal mark; without one, what stands last and once is it, save before three digits.
 * Currency signs say nothing here; `(30)` and `30-` are below zero. Null for what is no number.
 */
export function parseDecimal(cell: string, mark: DecimalMark | null = null): number | null {
  const text = bare(cell)
  const [, open = '', inside = '', minus = ''] = WRITTEN.exec(text) ?? []
  if (inside === '' || (open === '(') !== text.endsWith(')')) return null
  const decimal = mark ?? apostrophe(inside) ?? decimalMarkOf([inside])
  const at = decimal === null ? -1 : inside.lastIndexOf(decimal)
  const [whole, part] = at < 0 ? [inside, ''] : [inside.slice(0, at), inside.slice(at + 1)]
  if (!WHOLE.test(whole) || /\D/.test(part) || (at >= 0 && part === '')) return null
  const value = Number(`${whole.replace(/\D/g, '')}.${part || 0}`)
  return open === '(' || open === '-' || minus === '-' ? -value : value
}

/** `1.234.567'89`, as some write it by hand. */
const apostrophe = (inside: string): string | null => /^[\d.]+(['’])\d{1,2}$/.exec(inside)?.[1] ?? null
