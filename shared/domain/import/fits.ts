import { countryOfCode } from '../phone-fast.ts'
import { SIGNAL_KINDS } from '../profile.ts'
import { basisOfWord } from './basis-words.ts'
import { isCompanyName } from './company-name.ts'
import { readLanguage } from './cell.ts'
import { parseCountry } from './country.ts'
import type { Field } from './field.ts'
import { looksLikeDate, looksLikeNumber, looksLikeYesNo } from './looks.ts'
import { stageOfWord } from './stage-words.ts'

/** How many of the cells look so, 0 to 1. */
export const share = (values: readonly string[], looks: (cell: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(looks).length / values.length

/** There on nearly every row (in a short list one may lack it) and never twice. */
export const isKey = (values: readonly string[], rows: number): boolean =>
  values.length > 0 &&
  values.length >= Math.floor(rows * 0.95) &&
  new Set(values).size >= values.length * 0.98

type Test = (values: readonly string[], rows: number) => boolean
const mostly =
  (least: number, looks: (cell: string) => boolean): Test =>
  (values) =>
    share(values, looks) >= least
const rarely =
  (most: number, looks: (cell: string) => boolean): Test =>
  (values) =>
    share(values, looks) < most

const hasDigits = (cell: string) => cell.replace(/\D/g, '').length >= 6
const hasDigit = (cell: string) => /\d/.test(cell)
const hasLetters = (cell: string) => /\p{L}{2}/u.test(cell)
const isUuid = (cell: string) => /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(cell)
/** Parts of a company, and no part of a country. */
const isDepartment = (cell: string) =>
  /^(?:it|rrhh|hr|i\+?d|tic|marketing|produ[ck]?c?i?[oó]n|producao|ventas|compras|comercial|calidad|log[ií]stica|finanzas|financiero|administraci[oó]n|direcci[oó]n|gerencia|sistemas|inform[aá]tica|contabilidad|recursos humanos|mantenimiento|operaciones|t[eé]cnico|sales|purchasing|finance|operations|engineering|legal|support|vendas|einkauf|vertrieb|acquisti|vendite|achats|ventes)\b/iu.test(
    cell,
  )
const isNoName = (cell: string) =>
  /^\S+@\S+$/.test(cell) ||
  isUuid(cell) ||
  !/\p{L}/u.test(cell) ||
  looksLikeYesNo(cell) ||
  /^\p{L}{0,4}[-_.]?\d+$/u.test(cell)
const isHonorific = (cell: string) =>
  /^(?:sr|sra|srta|d|do[nñ]a|don|mr|mrs|ms|miss|dr|dra|prof)\.?$/i.test(cell)
const isSocial = (cell: string) => /(?:linkedin|facebook|instagram|twitter|x)\.com\//i.test(cell)
const isId = (cell: string) => /^[\da-f-]{15,}$/i.test(cell) || /^\d+$/.test(cell)
const isDone = (cell: string) =>
  looksLikeDate(cell) || looksLikeYesNo(cell) || looksLikeNumber(cell) || /^\d{4}-\d\d-\d\dT/.test(cell)

/** A name of a channel or a kind is on a great part of the rows; a name of a person is not. */
const SAME = 0.05
const TOLD_BY = 20
/** Does nothing in the cells say that they are no names, but for how often they come? */
export const areNamesOrNothing = (values: readonly string[]): boolean => share(values, isNoName) < 0.5
const isName: Test = (values) =>
  areNamesOrNothing(values) && (values.length < TOLD_BY || new Set(values).size >= values.length * SAME)

const DATE = mostly(0.5, hasDigit)
const TESTS: Partial<Record<Field, Test>> = {
  ...Object.fromEntries(SIGNAL_KINDS.map((kind) => [kind, mostly(0.5, isDone)])),
  externalId: isKey,
  fullName: isName,
  givenName: isName,
  familyName: isName,
  company: rarely(
    0.5,
    (cell) => !/\p{L}/u.test(cell) || cell.includes('@') || looksLikeYesNo(cell) || isUuid(cell),
  ),
  title: rarely(0.5, (cell) => isHonorific(cell) || isCompanyName(cell, '')),
  employees: DATE,
  website: rarely(0.5, (cell) => isSocial(cell) || cell.includes('@')),
  email: mostly(0.3, (cell) => cell.includes('@')),
  phone: mostly(0.3, hasDigits),
  mobile: mostly(0.3, hasDigits),
  country: mostly(0.5, (cell) => parseCountry(cell) !== null || countryOfCode(cell) !== null),
  province: (values) =>
    share(values, hasLetters) >= 0.5 &&
    share(values, (cell) => stageOfWord(cell) !== null) < 0.15 &&
    share(values, isDepartment) < 0.3,
  city: rarely(0.5, (cell) => parseCountry(cell) !== null),
  postalCode: DATE,
  stage: mostly(0.3, (cell) => stageOfWord(cell) !== null),
  // "¿Propietario?" asks whether a house is theirs.
  owner: (values) =>
    share(values, hasLetters) >= 0.5 && share(values, isId) < 0.5 && share(values, looksLikeYesNo) < 0.5,
  arrivedAt: DATE,
  updatedAt: DATE,
  // How often somebody was called is no campaign.
  campaign: rarely(0.5, (cell) => /^[\d.,]+$/.test(cell)),
  basis: mostly(0.3, (cell) => basisOfWord(cell) !== undefined),
  basisOn: DATE,
  language: mostly(0.5, (cell) => readLanguage(cell) !== null),
}

/** Do the cells say nothing against it, whatever the header says? An empty column contradicts nothing but an id. */
export const fits = (field: Field, values: readonly string[], rows: number): boolean =>
  (values.length === 0 && field !== 'externalId') || (TESTS[field]?.(values, rows) ?? true)
