import { fold } from '../../lib/fold.ts'

/** Names that Intl does not give. */
const ALSO: Readonly<Record<string, string>> = {
  usa: 'US',
  'ee uu': 'US',
  eeuu: 'US',
  'u s a': 'US',
  'estados unidos de america': 'US',
  'united states of america': 'US',
  uk: 'GB',
  'great britain': 'GB',
  'gran bretana': 'GB',
  england: 'GB',
  inglaterra: 'GB',
  scotland: 'GB',
  wales: 'GB',
  holanda: 'NL',
  holland: 'NL',
  'the netherlands': 'NL',
  'republica checa': 'CZ',
  'czech republic': 'CZ',
  'republica dominicana': 'DO',
  turkey: 'TR',
  russia: 'RU',
  rusia: 'RU',
  espanya: 'ES',
  日本: 'JP',
  中国: 'CN',
  한국: 'KR',
  россия: 'RU',
  polska: 'PL',
  // Plates of cars, which lists of German speaking places have.
  d: 'DE',
  a: 'AT',
  f: 'FR',
  i: 'IT',
  e: 'ES',
  p: 'PT',
  b: 'BE',
}
const THREE_LETTERS =
  'esp ES,usa US,gbr GB,fra FR,deu DE,prt PT,ita IT,mex MX,arg AR,col CO,chl CL,per PE,bra BR,ecu EC,ury UY,ven VE,and AD,che CH,bel BE,nld NL,irl IE,aut AT,pol PL,mar MA,ind IN,chn CN,jpn JP,can CA,aus AU'

const LANGUAGES = ['es', 'en', 'pt', 'fr', 'ca', 'eu', 'gl', 'de', 'it', 'nl', 'pl']
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')

let table: ReadonlyMap<string, string> | undefined

/** ISO 3166-1 alpha-2 of a country by its name in some languages or its code; null for what is none. */
export function parseCountry(cell: string): string | null {
  table ??= tableOfNames()
  // "10/14/2025 9:03 AM" is no Armenia.
  return /\d/.test(cell) ? null : (table.get(wordsOf(cell)) ?? twice(cell, table))
}

/** `ES - España`, `Spain (ES)`: the same country twice. */
function twice(cell: string, names: ReadonlyMap<string, string>): string | null {
  const [first, ...others] = cell.split(/[()[\]/|]|\s[-–]\s/).flatMap((part) => wordsOf(part) || [])
  const country = first === undefined || others.length === 0 ? undefined : names.get(first)
  return country !== undefined && others.every((other) => names.get(other) === country) ? country : null
}

const wordsOf = (text: string) =>
  fold(text)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()

function tableOfNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const codes = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(isCountry)
  for (const code of codes) names.set(code.toLowerCase(), code)
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const code of codes) names.set(wordsOf(display.of(code) ?? ''), code)
  }
  for (const pair of THREE_LETTERS.split(',')) names.set(pair.slice(0, 3), pair.slice(4))
  for (const [name, code] of Object.entries(ALSO)) names.set(wordsOf(name), code)
  names.delete('')
  return names
}

/** Codes that are reserved, withdrawn or no country name themselves after another, or a group. */
const NO_COUNTRY = new Set(
  'AC,AN,BU,CP,CQ,CS,DD,DG,DY,EA,EU,EZ,FX,HV,IC,NH,NT,QO,QU,RH,SU,TA,TP,UK,UN,VD,XA,XB,XK,YD,YU,ZR,ZZ'.split(
    ',',
  ),
)
const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
const isCountry = (code: string): boolean => !NO_COUNTRY.has(code) && english.of(code) !== undefined
