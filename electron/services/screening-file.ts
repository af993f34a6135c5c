import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

import { parsePhone } from '#shared/domain/phone'
import { isOfRegister, LIST_COUNTRY, type ScreeningList } from '#shared/domain/screening'

/** The US registry gives the area code in a column of its own. */
const AREA_APART = /^"?(\d{3})"?\s*[,;\t|]\s*"?(\d{7})\b/
const CELLS = /[,;\t|"]+/

/** The number of a line as E.164: the first cell that is one of that country. Null for a header, a blank line or none. */
export function numberIn(line: string, list: ScreeningList): string | null {
  const country = LIST_COUNTRY[list]
  const apart = list === 'dnc' ? AREA_APART.exec(line) : null
  const cells = apart ? [`${apart[1]}${apart[2]}`] : line.split(CELLS)
  for (const cell of cells) {
    const text = cell.trim()
    if (text.length < 6 || !/\d/.test(text)) continue
    const parsed = parsePhone(text, country)
    if (parsed.ok && isOfRegister(list, parsed.value.e164)) return parsed.value.e164
  }
  return null
}

/** Lines of a text file, a few thousand at a time, with the bytes read so far. */
export async function* linesOf(path: string): AsyncGenerator<{ lines: string[]; bytes: number }> {
  const stream = createReadStream(path)
  let lines: string[] = []
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    lines.push(line)
    if (lines.length >= AT_A_TIME) {
      yield { lines, bytes: stream.bytesRead }
      lines = []
    }
  }
  yield { lines, bytes: stream.bytesRead }
}
const AT_A_TIME = 2000
