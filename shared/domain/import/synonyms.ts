import { fold } from '../../lib/fold.ts'
import { FIELDS, type Field, type SensitiveReason } from './field.ts'
import { FIELD_NAMES, GENERIC, MORE, NO_FIELD, SECOND, SENSITIVE_NAMES, VAGUE } from './field-names.ts'

/** What a header may mean; several fields where one name stands for two things. */
export type Named = {
  fields: readonly Field[]
  /**
   * How much the name says: `exact` the name itself, `generic` one that many things have, `part` with words left out,
   * `second` where no other column says it, `more` of what another begins, `vague` somebody or their company.
   */
  says: 'exact' | 'generic' | 'part' | 'second' | 'more' | 'vague'
}

function tableOf<T extends string>(names: Readonly<Record<T, string>>): ReadonlyMap<string, readonly T[]> {
  const table = new Map<string, T[]>()
  for (const [id, list] of Object.entries(names) as [T, string][])
    for (const name of list.split('|').map(fold)) table.set(name, [...(table.get(name) ?? []), id])
  return table
}
const FIELDS_OF = tableOf(FIELD_NAMES)
const SENSITIVE_OF = tableOf(SENSITIVE_NAMES)

/** Words that say whose, which or how many, and not what. */
const BESIDES =
  /^(address(?: \d{1,2})?|custom|sales|des|desc|user column data|invitee|registrant|attendee|participant|respondent|asistente|participante|inscrito|executive|(?:lead|contact|contacto|contato|persona|person)(?: \d{1,2})?|cliente|customer|prospect|prospecto|pessoa|user|usuario|mql|sql|primary|main|business|work|home|other|recent|first|deal|the|el|la|su|your|tu)\s+|\s+(lead|contacto|cliente|principal|profesional|particular|personal|trabajo|oficina|empresa|primary|work|home|casa|other|value|valor|mobile|direct|\d{1,2}|del lead|del contacto|del cliente|del prospecto|de contacto|de empresa|de trabajo|del trabajo|de la oficina|do trabalho|do lead|do contato|do cliente|do contacto|del candidato|de candidato|del? (?:posible cliente|cliente potencial)|(?:del? )?(?:administrador|representante(?: legal)?|apoderado|firmante|tomador|titular|solicitante|gerente|alumn[oa]|estudiante|paciente|asegurado|soci[oa])|du contact|du client|du prospect|del contatto)$/
/** What is the company's is the person's too, save for the name, the id and the job. */
const OF_COMPANY =
  /^(company|empresa|account|cuenta|organization|organisation|organizacion|organizacao|corporate|hq|office)\s+|\s+(de la empresa|da empresa|de la cuenta|de la organizacion|company|account)$/
const COMPANY_HAS: ReadonlySet<Field> = new Set([
  'company',
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
    .replace(
      /\b(?:n ?[o0]?|num|nr) (?=de |of |telefono|empleados|trab|colaboradores|funcionarios|dipendenti|collaboratori|salaries|employes|mitarbeiter)/,
      'numero ',
    )
    .trim()
    // "1. Nombre", as forms number what they ask.
    .replace(/^\d{1,2} (?=\p{L}{2})/u, '')

/** Null when no name of a field is in it. */
export const namedFields = (header: string): Named | null =>
  namedInside(header) ?? namedWhole(header) ?? namedTwice(header)

/** `Name (Last)`, `Dirección (Ciudad)`: forms say which part of a thing it is in brackets. */
function namedInside(header: string): Named | null {
  const [, whole = '', inside = ''] = /^([^()]+)\(([^()]+)\)\s*$/.exec(header) ?? []
  return inside !== '' && HAS_PARTS.test(headerWords(whole)) ? namedWhole(inside) : null
}
const HAS_PARTS =
  /^(?:(?:your|tu|su|full|complete) )?(?:names?|nombre|nome|nom|address|direccion|adresse|endereco|morada|indirizzo)(?: completo)?$/

/** `Nombre / Name`, `Company | Empresa`: one thing in two languages, or two that are read alike. */
function namedTwice(header: string): Named | null {
  const parts = header.split(/[/|\n]/)
  const [first, ...others] = parts.flatMap((part) => namedWhole(part)?.fields ?? [])
  if (parts.length < 2 || !first) return null
  const isAlike = others.every((other) => ALIKE.some((group) => group.has(first) && group.has(other)))
  return others.length === 0 || isAlike ? { fields: [first, ...others], says: 'part' } : null
}
const ALIKE: readonly ReadonlySet<Field>[] = [
  new Set(['phone', 'mobile']),
  new Set(['givenName', 'fullName', 'company']),
  ...FIELDS.map((field) => new Set([field])),
]

function namedWhole(header: string): Named | null {
  const words = headerWords(header)
  const joined = words.replaceAll(' ', '')
  for (let rest = words, isWhole = true; rest && !NO_FIELD.has(rest); isWhole = false) {
    const fields = FIELDS_OF.get(rest) ?? (isWhole ? FIELDS_OF.get(joined) : undefined)
    if (fields) return { fields, says: saidBy(rest, isWhole) }
    const unnumbered = rest.replace(/(?<=\p{L}) \d{1,2}$/u, '')
    const plain = unnumbered === rest ? rest.replace(BESIDES, '').trim() : unnumbered
    const shorter = plain === rest ? rest.replace(/ \d{1,2}(?= )/, '') : plain
    if (shorter === rest) return ofCompany(rest)
    rest = shorter
  }
  return null
}

const saidBy = (words: string, isWhole: boolean): Named['says'] =>
  (VAGUE.has(words) && 'vague') ||
  (SECOND.has(words) && 'second') ||
  (MORE.has(words) && 'more') ||
  (isWhole ? (GENERIC.has(words) ? 'generic' : 'exact') : 'part')

function ofCompany(words: string): Named | null {
  const rest = words.replace(OF_COMPANY, '').trim()
  const fields = rest === words ? [] : (FIELDS_OF.get(rest) ?? []).filter((field) => COMPANY_HAS.has(field))
  return fields.length > 0 ? { fields, says: 'part' } : null
}

const ID_OF =
  /(?:^| )(?:company|account|organi[sz]ation|empresa|cuenta|organizacion|owner|deal|campaign|list|team|user|rep|event|call|activity|engagement|task|recording|session|network|llamada|actividad|tarea) |(?:^| )id (?:de )?(?:la )?(?:llamada|actividad|tarea)$/
const COUNTED =
  /\b(?:order|orden|pedido|factura|invoice|ticket|attendee|expediente|poliza|contrato|matricula|albaran|sku|ean|isbn|serial)\b/
const SHOWS =
  /\b(?:fax\d*|telefax\d*|assistant s|asst|image|photo|picture|avatar|logo|foto|imagen|profile|perfil|linkedin|facebook|twitter|instagram)\b/
/** About whoever wrote the row, or works it. */
const OF_TEAM =
  /\b(?:owner|salesperson|sales rep|assigned|assignee|created by|propietario|vendedor|vendedora|asesor|asesora|gestor|gestora|teleoperador|teleoperadora|doctora?|medic[oa]|dentista|odontolog[oa]|veterinari[oa]|proprietario|venditore|vendeur|commercial)\b|(?:^| )(?:by|por|von|par|da)$/
/** It looks like the name of a field, or like somebody's id, and is about something else. */
export function isOfNobody(header: string): boolean {
  const words = headerWords(header)
  return [ID_OF, SHOWS, COUNTED, OF_TEAM].some((about) => about.test(words)) || NO_FIELD.has(words)
}

/** `Apellidos y nombre`, `Surname, name`. */
export const saysFamilyFirst = (header: string): boolean =>
  /^(?:apellidos?|cognoms?|nom|cognome|nachname|surname|last name|family name) (?:(?:y|i|et|e|und|and) )?(?:nombres?|noms?|prenoms?|nome|vorname|name|first name|given name)$/.test(
    headerWords(header),
  )

/** `Phone 2 - Type` of `Phone 2 - Value`, or of `Phone 2`: the column, from 0, that says of what kind another is. */
export const kindColumnOf = (header: string, all: readonly string[]): number | undefined =>
  columnOf(header, all, KIND)
/** `Phone 2 DNC` of `Phone 2`, `DNC Direct` of `Direct Phone Number`: the column that says whether that number may be called. */
export const wishColumnOf = (header: string, all: readonly string[]): number | undefined =>
  columnOf(header, all, WISHES)
/** `DDD`, `Cód. área`, `Mobile area code` of `Mobile`: the column with the digits of the place before a number. */
export const areaColumnOf = (header: string, all: readonly string[]): number | undefined =>
  columnOf(header, all, AREAS) ?? bareColumn(all, AREAS)
/** `Ext.`, `Phone 2 extension`: the column with the digits behind a number. */
export const extensionColumnOf = (header: string, all: readonly string[]): number | undefined =>
  columnOf(header, all, EXTENSIONS) ?? nextTo(header, all, EXTENSIONS)

/** The whole name and what it says before any that is like it. */
function columnOf(header: string, all: readonly string[], says: readonly string[]): number | undefined {
  const words = headerWords(header).replace(/(?<=\d) (?:value|valor)$/, '')
  const named = all.map(headerWords)
  const whole = new Set(says.map((each) => `${words} ${each}`))
  const found = named.findIndex((each) => whole.has(each))
  const own = whichOf(words)
  const like = found < 0 && own !== '' ? named.findIndex((each) => isSaidOf(each, own, says)) : found
  return like < 0 ? undefined : like
}
const isSaidOf = (words: string, own: string, says: readonly string[]): boolean =>
  says.some(
    (each) =>
      (words.endsWith(` ${each}`) && whichOf(words.slice(0, -each.length - 1)) === own) ||
      (words.startsWith(`${each} `) && whichOf(words.slice(each.length + 1)) === own),
  )
/** Which of several numbers: what is left without the words that all of them have. */
const whichOf = (words: string): string =>
  words
    .replace(/\b(?:phone|telephone|telefono|telefone|tel|number|numero|no|de|del)\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim()

/** One without a number of its own is of the number beside it. */
function nextTo(header: string, all: readonly string[], says: readonly string[]): number | undefined {
  const found = bareColumn(all, says)
  return found !== undefined && all[found - 1] === header ? found : undefined
}

function bareColumn(all: readonly string[], says: readonly string[]): number | undefined {
  const found = all.findIndex((each) => says.includes(headerWords(each)))
  return found < 0 ? undefined : found
}
const KIND = ['type', 'label', 'tipo', 'etiqueta']
const WISHES = ['dnc', 'do not call', 'no llamar', 'opt out', 'robinson', 'tps', 'ctps', 'bloctel']
const AREAS =
  'ddd|area code|area|codigo de area|codigo area|cod area|cod de area|lada|clave lada|vorwahl|ortsvorwahl|prefijo|caracteristica|indicativo|prefix|prefixo|prefisso|phone prefix|prefijo telefonico|std code|codigo de ciudad'.split(
    '|',
  )
const EXTENSIONS = ['ext', 'extension', 'phone extension', 'phone ext', 'ramal', 'anexo', 'interno']

/** The line of a house and not of somebody in it. */
export const saysSwitchboard = (header: string): boolean =>
  /\b(?:centralita|switchboard|hq|headquarters|corporate|company|empresa|general|zentrale|centralino|conmutador|pbx|standard)\b/.test(
    headerWords(header),
  )

/** Is a column about the digits before a number, rather than the name of a country? */
export const saysPrefix = (header: string): boolean =>
  /\b(?:prefi\w*|dial\w*|calling|indicatif|indicativo|\w*vorwahl|ddi|isd|lada internacional|(?:country|phone|international|intl) code|(?:codigo|cod)(?: de)? (?:pais|internacional))\b|^cc$/.test(
    headerWords(header),
  )

/** The likeliest field of a header that stands alone. */
export const fieldOfHeader = (header: string): Field | null => namedFields(header)?.fields[0] ?? null

export function sensitiveHeader(header: string): SensitiveReason | null {
  const words = headerWords(header)
  const named = SENSITIVE_OF.get(words) ?? SENSITIVE_OF.get(words.replace(BESIDES, '').trim())
  return named?.[0] ?? SENSITIVE_WORDS.find(([inside]) => inside.test(words))?.[1] ?? null
}
/** What a header is about whatever stands beside it: `DNI del firmante`, `IBAN (domiciliación)`, `Geburtsdatum Kunde`. */
const SENSITIVE_WORDS: readonly (readonly [RegExp, SensitiveReason])[] = [
  [
    /\b(?:dni|cpf|curp|ssn|passport|pasaporte|passeport|passaporte|passaporto|reisepass|personalausweis|codice fiscale|securite sociale|seguridad social|social security|sozialversicherungs?\w*|carta d identita|carte d identite|documento de identidad)\b/,
    'national_id',
  ],
  [
    /\b(?:iban|clabe|cuenta bancaria|bank account|bankkonto|compte bancaire|conto corrente|conta bancaria)\b/,
    'bank_account',
  ],
  [
    /\b(?:fecha (?:de )?nacim\w*|nacimiento|birth ?da\w+|date of birth|data (?:de )?nascimento|date de naissance|naissance|geburts\w+|data di nascita|nascita|data de naixement|naixement)\b/,
    'birth_date',
  ],
]

/** `Scan Time` of `Scan Date`, `Hora` of `Fecha de alta`: the column, from 0, that says when on that day it was. */
export function timeColumnOf(header: string, all: readonly string[]): number | undefined {
  const words = headerWords(header).split(' ')
  const named = all.map(headerWords)
  const found = words.flatMap((word, at) =>
    (TIMES[word] ?? []).map((time) => named.indexOf(words.with(at, time).join(' '))),
  )
  const bare = words.flatMap((word) => (TIMES[word] ?? []).map((time) => named.indexOf(time)))
  return [...found, ...bare].find((at) => at >= 0)
}
const TIMES: Readonly<Record<string, readonly string[]>> = {
  fecha: ['hora'],
  f: ['hora', 'h'],
  dia: ['hora'],
  date: ['time', 'heure'],
  day: ['time'],
  data: ['hora', 'ora'],
  datum: ['uhrzeit', 'zeit'],
}
