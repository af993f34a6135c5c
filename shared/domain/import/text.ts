/** The encodings a person can choose from, by the names that decode them. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'iso-8859-2',
  'iso-8859-15',
  'cp850',
  'macintosh',
  'koi8-r',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'big5',
  'gb18030',
] as const
export type Encoding = (typeof ENCODINGS)[number]

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** What many files write where nobody answered; a default that can be changed. */
export const EMPTY_WORDS = [
  'Select',
  'N/A',
  '#N/A',
  'NULL',
  '-',
  '--',
  '—',
  'n/d',
  's/d',
  '?',
  '#REF!',
  '#VALUE!',
  '#¡VALOR!',
  '(blank)',
  '(en blanco)',
  'NaN',
  'NaT',
] as const
