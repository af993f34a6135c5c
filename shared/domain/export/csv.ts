import { guard } from './guard.ts'

/** Tells a spreadsheet that a file is UTF-8; the CRMs want none. */
const BOM = '\uFEFF'

/** RFC 4180 with every cell guarded. Quoted too where a reader with another delimiter would split or trim. */
export function csvOf(rows: readonly (readonly string[])[], { bom }: { bom: boolean }): string {
  return (bom ? BOM : '') + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(value: string): string {
  const cell = guard(value)
  return /[",;|\t\r\n']|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
