import { fold } from '../lib/fold.ts'
import { keysOf } from '../lib/table.ts'
import { looksLikeEmail, looksLikePhone } from './import/looks.ts'
import { outcomeOfWord } from './import/outcome-words.ts'
import { isIban, isSpanishId } from './import/sensitive.ts'
import { stageOfWord } from './import/stage-words.ts'

/**
 * What never makes a score (PRODUCT.md section 6): who somebody is by birth or belief, and what is known only after
 * the call. Words and phrases of column headers in English, Spanish and Portuguese, folded.
 */
const REFUSED = {
  name: 'name|surname|firstname|lastname|forename|nombre|nombres|apellido|apellidos|nome|sobrenome',
  sex: 'sex|gender|sexo|genero|salutation|salutacion|honorific|pronouns|pronombres',
  age: 'age|edad|idade|birth|birthday|birthdate|dob|nacimiento|nascimento|cumpleanos|aniversario|born',
  nationality:
    'nationality|citizenship|nacionalidad|ciudadania|nacionalidade|cidadania|ethnicity|etnia|race|raza|country of birth|pais de nacimiento',
  health:
    'health|disability|salud|discapacidad|minusvalia|saude|deficiencia|illness|disease|enfermedad|medical history|embarazo|pregnant',
  religion: 'religion|belief|beliefs|creencia|creencias|religiao|faith|church|iglesia',
  union: 'union|sindicato|sindical|sindicacion|sindicado|afiliacion sindical|trade union',
  afterCall:
    'outcome|disposition|converted|conversion|duration|talktime|resultado|desenlace|convertido|duracion|duracao|tags|verdict|veredicto|won|lost|ganado|ganada|perdido|perdida|attempts|intentos|lead quality|lead status|lead stage|lead score|last activity|last notable activity|estado del lead|calidad del lead|objection|objecion|objeciones|close date|fecha de cierre|rejected|rechazado|accepted|aceptado',
} as const
export type Refusal = keyof typeof REFUSED
export const REFUSALS = keysOf(REFUSED)

/** The longer says more: "country of birth" is about a country, not an age. */
const PHRASES = Object.entries(REFUSED)
  .flatMap(([why, phrases]) => phrases.split('|').map((phrase) => [` ${phrase} `, why as Refusal] as const))
  .toSorted(([a], [b]) => b.length - a.length)

/** Why a column may not be scored; null when it may. A header is refused for any word or phrase of it. */
export function refusalOf(header: string): Refusal | null {
  const spaced = header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  const words = ` ${fold(spaced)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  return PHRASES.find(([phrase]) => words.includes(phrase))?.[1] ?? null
}

const listed = (words: string) => {
  const known = new Set(words.split('|'))
  return (cell: string) => known.has(fold(cell).replace(/\./g, '').trim())
}

/** What cells say of themselves, whatever their header. */
const BY_VALUE: readonly (readonly [Refusal, (cell: string) => boolean])[] = [
  ['name', (cell) => looksLikeEmail(cell) || looksLikePhone(cell) || isSpanishId(cell) || isIban(cell)],
  [
    'sex',
    listed(
      'm|f|h|v|male|female|man|woman|masculino|femenino|feminino|hombre|mujer|varon|homem|mulher|mr|mrs|ms|miss|sr|sra|srta|senor|senora|don|dona|non-binary|no binario|x',
    ),
  ],
  [
    'nationality',
    listed(
      'espanol|espanola|spanish|frances|francesa|french|aleman|alemana|german|italiano|italiana|italian|portugues|portuguesa|portuguese|britanico|britanica|british|ingles|inglesa|english|irish|irlandes|irlandesa|estadounidense|american|mexicano|mexicana|mexican|colombiano|colombiana|colombian|argentino|argentina|argentinian|peruano|peruana|chileno|chilena|venezolano|venezolana|ecuatoriano|ecuatoriana|marroqui|moroccan|rumano|rumana|romanian|chino|chinese|indian|ucraniano|ucraniana|ukrainian|polaco|polaca|polish|brasileno|brasilena|brasileiro|brasileira|brazilian',
    ),
  ],
  [
    'religion',
    listed(
      'catolico|catolica|catholic|cristiano|cristiana|christian|musulman|musulmana|muslim|islam|judio|judia|jewish|hindu|budista|buddhist|ateo|atea|atheist|agnostico|agnostica|agnostic|evangelico|evangelica|protestante|protestant|ortodoxo|ortodoxa|orthodox|testigo de jehova',
    ),
  ],
  [
    'union',
    listed(
      'ccoo|comisiones obreras|ugt|cgt|uso|csif|cnt|ela|lab|cig|fsie|afiliado|afiliada|unite|unison|gmb|cgtp',
    ),
  ],
  [
    'health',
    listed(
      'discapacidad|con discapacidad|minusvalia|diabetes|diabetico|diabetica|asma|asthma|cancer|depresion|depression|disabled|disability|incapacidad|baja medica|embarazada|pregnant',
    ),
  ],
  ['afterCall', (cell) => cell.trim().length > 2 && (outcomeOfWord(cell) ?? stageOfWord(cell)) !== null],
]

/** A few blanks and slips do not hide what a column is about; one kind of cell says nothing by chance. */
const MOSTLY = 0.6

/** Why cells may not be scored, by what they say; null when they may. Of a column a sample, of a rule its targets. */
export function refusalOfValues(values: readonly string[]): Refusal | null {
  const cells = values.filter((value) => value.trim() !== '')
  const isMostly = (test: (cell: string) => boolean) => cells.filter(test).length >= cells.length * MOSTLY
  return cells.length === 0 ? null : (BY_VALUE.find(([, test]) => isMostly(test))?.[0] ?? null)
}
