import { fold } from '../lib/fold.ts'
import { memo } from '../lib/memo.ts'

type NameParts = { given: string | null; family: string | null }

const HONORIFIC =
  /^(?:(?:sr|sra|srta|sres|don|dona|do[ñn]a|d|d[ªa]|dr|dra|mr|mrs|ms|miss|prof|ing|lic|excmo|ilmo)\.?\s+)+/i
/** More of them, in front of a name that is taken apart; keys of names that are kept stay as they were. */
const TITLE =
  /^(?:(?:(?:sr|sra|srta|sres|don|dona|do[ñn]a|d|d[ªa]|dr|dra|mr|mrs|ms|miss|prof|ing|lic|excmo|ilmo|se[nñ]or(?:a|ita)?|lcd[oa]|mme|mlle|herr|frau|signora?|dott(?:\.?ssa)?)\.?|(?:eng[ªao]?|sig|arq[ªa]?|econ|abg|abog|att|atn|rev|ld[oa]|avv)\.)\s+)+/i
const PARTICLES = new Set(
  'de,del,la,las,los,y,i,e,da,das,do,dos,van,von,der,den,di,du,le,ter,zu,bin,al,el'.split(','),
)
/** First names that are mostly followed by another first name. */
const COMPOUND = new Set(
  'jose,maria,juan,luis,ana,miguel,carlos,francisco,jesus,antonio,manuel,pedro,rosa,angel,victor,jorge,mario,marco,jean,joao,fernando,javier,rafael,pablo,eva,julio,m,mª,fco,ma,joan'.split(
    ',',
  ),
)
const SECOND_GIVEN = new Set(
  'jose,maria,luis,antonio,manuel,angel,carlos,ignacio,javier,francisco,jesus,miguel,ramon,pablo,alberto,eduardo,fernando,enrique,andres,rafael,jorge,carmen,isabel,pilar,teresa,dolores,luisa,cristina,elena,angeles,jose,josefa,mercedes,belen,soledad,paula,rosario,concepcion,nieves,marc,pierre,paulo,pedro,alejandro,vicente,tomas,david,sebastian,martin,felipe,agustin,gabriel,mar,rocio,valle,consuelo,camino,milagro,milagros,loreto,remedios'.split(
    ',',
  ),
)

/**
 * Given and family names of a whole name: "GARCÍA LÓPEZ, JUAN JOSÉ", "José Luis de la Fuente Ruiz". Two family names
 * where people have two (`language` es or pt). A guess to greet with and to fill CRM columns; the name stays as it came.
 */
export function nameParts(name: string, language: string): NameParts {
  const trimmed = name.trim()
  const spaced = GAPS.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed
  // `Juan Pérez (Gerente)`, `John (Jack) Smith`.
  const alone = spaced.includes('(') ? spaced.replace(/ ?\([^()]*\)/g, '').trim() || spaced : spaced
  const written = alone.replace(TITLE, '')
  if (written.charCodeAt(0) > LATIN_ENDS) {
    const [, family, given] = EAST_ASIAN.exec(written) ?? []
    if (family && given) return { given, family }
  }
  const isShort = written.length - written.lastIndexOf(' ') <= LONGEST_SUFFIX
  const bare = isShort ? written.replace(SUFFIX, '') : written
  const text = bare.includes(' ') ? bare : written
  if (text.includes(',')) {
    const [before, after, ...more] = text.split(',').map((part) => part.trim())
    if (after && before && more.length === 0) return { given: cased(after), family: cased(before) }
  }
  const words = grouped(text)
  if (words.length <= 1) return { given: cased(text) || null, family: null }
  const givens = givenCount(words, language)
  return { given: cased(words.slice(0, givens).join(' ')), family: cased(words.slice(givens).join(' ')) }
}

const LETTERS = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}ー]+'
/** `山田 太郎`: the family first. */
const EAST_ASIAN = new RegExp(`^(${LETTERS})\\s(${LETTERS})$`, 'u')
export const isEastAsian = (name: string): boolean => IN_EAST_ASIAN.test(name)
const LATIN_ENDS = 0x24f
const IN_EAST_ASIAN = new RegExp(`^${LETTERS}$`, 'u')

/** `John O'Neill Jr.`, `Mary Ann Smith, PhD`: no part of the family name. */
const LONGEST_SUFFIX = 6
const SUFFIX = /(?:,? (?:jr|sr|ii|iii|iv|ph\.?d)|, ?(?:ph\. ?d|mba|cpa|pmp|esq))\.?$/i

/** Whitespace that is more than one space between two words. */
const GAPS = /[^\S ]| {2}/
const isParticle = memo((word) => PARTICLES.has(fold(word)))

/** "de la Fuente" counts as one. */
function grouped(text: string): string[] {
  const groups: string[] = []
  let particles = ''
  for (const word of text.split(' ')) {
    if (groups.length > 0 && isParticle(word)) particles += `${word} `
    else {
      groups.push(particles + word)
      particles = ''
    }
  }
  if (particles && groups.length > 0) groups.push(`${groups.pop()} ${particles.trim()}`)
  return groups
}

/** `María del Carmen`: two given names. */
const PARTICLES_BEFORE = /^(?:del|de(?: (?:la|los|las))?) /

function givenCount(words: readonly string[], language: string): number {
  if (words.length === 2) return 1
  if (language === 'en') return words.length - 1
  if (words.length >= 4) return words.length - 2
  const [first = '', second = ''] = words
    .slice(0, 2)
    .map((word) => fold(word).replace(PARTICLES_BEFORE, '').replace(/\.$/, ''))
  return COMPOUND.has(first) && SECOND_GIVEN.has(second) ? 2 : 1
}

const SMALL = /[a-z]/

/** What stands all in capitals is not shouted at people. */
export function cased(text: string): string {
  if (SMALL.test(text)) return text
  if (text !== text.toUpperCase() || text === text.toLowerCase() || text.replace(/[^\p{L}]/gu, '').length < 3)
    return text
  return text
    .toLowerCase()
    .replace(/(^|[\s'’.-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/(?<=\s)\p{L}+/gu, (word) => (PARTICLES.has(fold(word)) ? word.toLowerCase() : word))
}

/** An import asks for the key of one name several times in a row. */
const LATELY = 500

function wordsOf(name: string): string[] {
  const text = fold(name).replace(HONORIFIC, '')
  const words = LATIN.test(text) ? text.split(' ') : (text.match(/[\p{L}\p{N}]+/gu) ?? [])
  return words.filter((word) => !PARTICLES.has(word))
}
/** Folded, and nothing but words: most names. */
const LATIN = /^[a-z\d]+(?: [a-z\d]+)*$/

/** Equal for the same words in any order, so that "García, Ana" is "Ana Garcia". */
export const nameKey: (name: string) => string = memo((name) => wordsOf(name).toSorted().join(' '), LATELY)

/** One person's name written in full and in part: the same words, or at least two of them and no other. */
export function isSameName(a: string, b: string): boolean {
  if (nameKey(a) === nameKey(b)) return true
  const [fewer, more] = [wordsOf(a), wordsOf(b)].toSorted((x, y) => x.length - y.length)
  return fewer !== undefined && fewer.length >= 2 && fewer.every((word) => more?.includes(word))
}

/** Nothing in common. */
export const isOtherName = (a: string, b: string): boolean => {
  const words = wordsOf(b)
  return !wordsOf(a).some((word) => words.includes(word))
}
