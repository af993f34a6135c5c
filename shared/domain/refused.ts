import { fold } from '../lib/fold.ts'

/**
 * What never makes a score (PRODUCT.md section 6): who somebody is by birth or belief, and what is known only after
 * the call. Words of column headers in English, Spanish and Portuguese, folded.
 */
const REFUSED = {
  name: 'name surname firstname lastname forename nombre nombres apellido apellidos nome sobrenome',
  sex: 'sex gender sexo genero',
  age: 'age edad idade birth birthday birthdate dob nacimiento nascimento',
  nationality:
    'nationality citizenship nacionalidad ciudadania nacionalidade cidadania ethnicity etnia race raza',
  health: 'health disability salud discapacidad saude deficiencia',
  religion: 'religion belief creencia religiao',
  union: 'union sindicato sindical sindicacion',
  afterCall:
    'outcome disposition converted conversion duration talktime resultado desenlace convertido duracion duracao tags verdict',
} as const
export type Refusal = keyof typeof REFUSED

const BY_WORD = new Map(
  Object.entries(REFUSED).flatMap(([why, words]) => words.split(' ').map((word) => [word, why as Refusal])),
)

/** Why a column may not be scored; null when it may. A header is refused for any word of it. */
export function refusalOf(header: string): Refusal | null {
  const spaced = header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  const words = fold(spaced).split(/[^\p{L}\p{N}]+/u)
  return words.map((word) => BY_WORD.get(word)).find((why) => why !== undefined) ?? null
}
