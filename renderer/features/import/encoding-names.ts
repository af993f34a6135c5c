import type { Inspected } from './plan-draft.ts'

type Encoding = Inspected['encoding']

/** Names of standards are the same in every language. */
const NAMES: Partial<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'utf-32le': 'UTF-32 LE',
  'utf-32be': 'UTF-32 BE',
  cp850: 'DOS 850',
  macintosh: 'Mac Roman',
  'koi8-r': 'KOI8-R',
  shift_jis: 'Shift JIS',
  'euc-jp': 'EUC-JP',
  'euc-kr': 'EUC-KR',
  big5: 'Big5',
  gb18030: 'GB 18030',
}

export const encodingName = (id: Encoding): string =>
  NAMES[id] ?? id.replace('windows', 'Windows').replace('iso', 'ISO')
