import { stat } from 'node:fs/promises'

import type { Source } from './source.ts'
import { unreadable } from './unreadable.ts'
import type { Outline } from './workbook/outline.ts'
import { openWorkbook, type Workbook } from './workbook/workbook.ts'

type Opened = { book: Workbook; bytes: number }

const KEPT = 2
const opened = new Map<string, Promise<Opened>>()

/** A workbook, opened once a thread while it is read several times. Throws AppError 'unreadable-file'. */
export function workbookOf({ path, parts }: Source): Promise<Opened> {
  const known = opened.get(path)
  if (known) return known
  const begun = Promise.all([openWorkbook(path, parts ?? []), stat(path)]).then(([book, { size }]) => ({
    book,
    bytes: size,
  }))
  begun.catch(() => opened.delete(path))
  opened.set(path, begun)
  for (const old of [...opened.keys()].slice(0, -KEPT)) opened.delete(old)
  return begun
}

/** The sheet that is asked for; else the first shown one with more rows than one, with any, else the first. Throws AppError 'unreadable-file'. */
export async function sheetOf(
  { sheets, outlineOf }: Workbook,
  asked: string | null,
): Promise<{ name: string; outline: Outline; isFirst: boolean }> {
  const first = await firstOf({ sheets, outlineOf })
  const name = sheets.find((sheet) => sheet.name === asked)?.name ?? first
  if (name === undefined) throw unreadable('file-no-rows')
  return { name, outline: await outlineOf(name), isFirst: name === first }
}

async function firstOf({ sheets, outlineOf }: Pick<Workbook, 'sheets' | 'outlineOf'>) {
  const shown = sheets.filter(({ isHidden }) => !isHidden)
  let any: string | undefined
  for (const { name } of shown) {
    const { rows } = await outlineOf(name)
    // A sheet of one row is a title.
    if (rows > 1) return name
    if (rows > 0) any ??= name
  }
  return any ?? sheets[0]?.name
}
