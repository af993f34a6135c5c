import { fold } from '../../lib/fold.ts'
import type { Field, SensitiveReason } from './field.ts'
import { FIELD_NAMES, GENERIC, NO_FIELD, SENSITIVE_NAMES } from './field-names.ts'

/** What a header may mean; several fields where one name stands for two things. */
export type Named = {
  fields: readonly Field[]
  /** How much the name says: `exact` the name itself, `generic` one that many things have, `part` with words left out. */
  says: 'exact' | 'generic' | 'part'
}

function tableOf<T extends string>(names: Readonly<Record<T, string>>): ReadonlyMap<string, readonly T[]> {
  const table = new Map<string, T[]>()
  for (const [id, list] of Object.entries(names) as [T, string][])
    for (const name of list.split('|')) table.set(name, [...(table.get(name) ?? []), id])
  return table
}
const FIELDS_OF = tableOf(FIELD_NAMES)
const SENSITIVE_OF = tableOf(SENSITIVE_NAMES)

/** Words that say whose, which or how many, and not what. */
const BESIDES =
  /^(address(?: \d{1,2})?|lead|contact|contacto|contato|cliente|customer|prospect|prospecto|person|persona|pessoa|user|usuario|mql|sql|primary|main|business|work|home|other|recent|first|deal|the|el|la|su|your|tu)\s+|\s+(lead|contacto|cliente|principal|profesional|particular|personal|trabajo|oficina|empresa|primary|work|home|casa|other|value|valor|mobile|direct|\d{1,2}|del lead|del contacto|del cliente|del prospecto|de contacto|de empresa|de trabajo|del trabajo|de la oficina|do trabalho|do lead|do contato|do cliente)$/
/** What is the company's is the person's too, save for the name, the id and the job. */
const OF_COMPANY =
  /^(company|empresa|account|cuenta|organization|organisation|organizacion|organizacao|corporate|hq|office)\s+|\s+(de la empresa|da empresa|de la cuenta|de la organizacion|company|account)$/
const COMPANY_HAS: ReadonlySet<Field> = new Set([
  'phone',
  'email',
  'website',
  'industry',
  'employees',
  'country',
  'province',
  'city',
  'postalCode',
])

/** `Teléfono_2 (fijo):`, `# Employees` and `workEmail` as words. */
export const headerWords = (header: string): string =>
  fold(header.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2'))
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:n[o0]|num|nr) (?=de |of |telefono|empleados)/, 'numero ')
    .trim()

/** Null when no name of a field is in it. */
export function namedFields(header: string): Named | null {
  const words = headerWords(header)
  const joined = words.replaceAll(' ', '')
  for (let rest = words, isWhole = true; rest && !NO_FIELD.has(rest); isWhole = false) {
    const fields = FIELDS_OF.get(rest) ?? (isWhole ? FIELDS_OF.get(joined) : undefined)
    if (fields) return { fields, says: isWhole ? (GENERIC.has(rest) ? 'generic' : 'exact') : 'part' }
    const shorter = rest.replace(BESIDES, '').trim()
    if (shorter === rest) return ofCompany(rest)
    rest = shorter
  }
  return null
}

function ofCompany(words: string): Named | null {
  const rest = words.replace(OF_COMPANY, '').trim()
  const fields = rest === words ? [] : (FIELDS_OF.get(rest) ?? []).filter((field) => COMPANY_HAS.has(field))
  return fields.length > 0 ? { fields, says: 'part' } : null
}

const ID_OF =
  /(?:^| )(?:company|account|organi[sz]ation|empresa|cuenta|organizacion|owner|deal|campaign|list|team|user|rep|event) /
const SHOWS =
  /\b(?:image|photo|picture|avatar|logo|foto|imagen|profile|perfil|linkedin|facebook|twitter|instagram)\b/
/** It looks like the name of a field, or like somebody's id, and is about something else. */
export function isOfNobody(header: string): boolean {
  const words = headerWords(header)
  return NO_FIELD.has(words) || ID_OF.test(words) || SHOWS.test(words)
}

/** The likeliest field of a header that stands alone. */
export const fieldOfHeader = (header: string): Field | null => namedFields(header)?.fields[0] ?? null

export function sensitiveHeader(header: string): SensitiveReason | null {
  const words = headerWords(header)
  return (SENSITIVE_OF.get(words) ?? SENSITIVE_OF.get(words.replace(BESIDES, '').trim()))?.[0] ?? null
}
