import { fold } from '../../lib/fold.ts'
import { HISTORY_FIELDS, type HistoryField } from './history.ts'
import { looksLikePhone } from './looks.ts'
import type { Column } from './mapping.ts'
import { outcomeOfWord } from './outcome-words.ts'
import { headerWords } from './synonyms.ts'
import { verdictOfWord } from './verdict-words.ts'

/** How the columns of a call log are called; whom a call went to is named as in any import. */
const NAMES: Readonly<Partial<Record<HistoryField, string>>> = {
  // As our exports call it.
  externalId: 'lead id|callwright id|callwright lead id|id de callwright',
  phone:
    'to|to number|destination|destino|numero destino|numero de destino|called number|numero llamado|numero marcado|dialed number|dialled number|number dialed|callee|customer number|numero appele|numero chiamato|angerufene nummer|telefono cliente|telefono contacto|a|para|hacia|destinatario|external number|numero externo|contact number|numero contacto|numero de contacto|numero cliente|called|called party|callee number|customer phone|client number|to phone|to phone number|numero discado|para numero|hasta|a numero',
  calledAt:
    'date|fecha|call date|fecha llamada|fecha de la llamada|fecha y hora|activity date|call time|called at|hora|start time|inicio|timestamp|hs timestamp|activitydate|date time|datetime|event time|call start|data|data da chamada|fecha contacto|when|cuando|dia|hora llamada|hora de la llamada|hora inicio|hora de inicio|time|heure|ora|uhrzeit|datum|giorno|data chiamata|date appel|date de l appel|call start time|call date time|call timestamp|date and time|fecha hora|fecha hora inicio|started at|start date|call started',
  outcome:
    'outcome|result|resultado|call outcome|disposition|call disposition|calldisposition|hs call disposition|tipificacion|codificacion|status|estado|estado llamada|call result|calling result|tag|tags|resultado llamada|resultado de la llamada|call status|status name|desenlace|fin|cierre|statut|stato|esito|ergebnis|resultat|resultat de l appel|resultado contacto|resultado gestion|resultado de la gestion|call disposition name|action result|call outcome name|estado de la llamada|last outcome',
  agent:
    'agent|agente|rep|comercial|owner|user|usuario|operador|operator|teleoperador|sales agent|assigned to|activity assigned to|vendedor|gestor|responsable|full name agent|agent name|made by|llamado por|hubspot owner|asesor|sdr|teleoperadora|operadora|vendedora|gestora|asesora|utilisateur|operatore|mitarbeiter|benutzer|assigned|assignee|user name|agente asignado|comercial asignado',
  talk: 'duration|duracion|talk|talk time|call duration|length|length in sec|callduration in seconds|call duration in seconds|tiempo|tiempo hablado|segundos|seconds|duracao|billsec|talk sec|hs call duration|duration seconds|duration sec|duration minutes|duration min|duration in seconds|duration in call|talk time sec|talking|talking time|duree|durata|dauer|min hablados|minutos hablados|minutos|minutes|tiempo de conversacion|duracion llamada|duracion de la llamada|duracion segundos|duracion min|duracion minutos',
  note: 'note|notes|nota|notas|comentario|comentarios|comments|call notes|observaciones|description|descripcion|hs call body|body|observacoes|call body',
  result:
    'stage|etapa|deal stage|lead status|lifecycle stage|estado del lead|pipeline stage|fase|lead stage|situacion',
  verdict:
    'verdict|veredicto|crm verdict|veredicto del crm|accepted|aceptado|sales verdict|veredicto de ventas|resolucion',
  reason:
    'reason|motivo|verdict reason|motivo del veredicto|rejection reason|motivo de rechazo|lost reason|loss reason|motivo de perdida|closed lost reason',
  amount:
    'amount|importe|valor|value|deal value|deal amount|close value|valor del negocio|importe ganado|monto|cuantia|ingresos|revenue|contract value|valor do negocio|montante',
  currency: 'currency|moneda|divisa|moeda|deal currency|currency code',
}
const FIELD_OF: ReadonlyMap<string, HistoryField> = new Map(
  HISTORY_FIELDS.flatMap((field) => (NAMES[field] ?? '').split('|').map((name) => [name, field] as const)),
)
const WHO: Readonly<Record<string, HistoryField>> = {
  externalId: 'externalId',
  email: 'email',
  phone: 'phone',
  mobile: 'phone',
  fullName: 'fullName',
}

/** What each column of a call log probably is, by index; each field once. */
export function suggestHistory(
  columns: readonly Pick<
    Column,
    'index' | 'header' | 'nameless' | 'suggestion' | 'dates' | 'values' | 'samples' | 'sensitive'
  >[],
) {
  const found = new Map<HistoryField, number>()
  const take = (field: HistoryField | undefined, index: number) => {
    if (field && !found.has(field) && ![...found.values()].includes(index)) found.set(field, index)
  }
  const named = (header: string) =>
    FIELD_OF.get(headerWords(header)) ?? FIELD_OF.get(headerWords(header.replace(/[()]/g, ' ')))
  for (const { index, header, values, nameless, samples } of columns) {
    const knows =
      values !== null &&
      values.filter(({ cell }) => outcomeOfWord(cell) !== null).length >= values.length * 0.4
    const field = nameless ? undefined : named(header)
    if (field === 'outcome' && !knows && fold(header) !== 'outcome') continue
    if (field === 'phone' && !samples.some(looksLikePhone)) continue
    const isTime = field === 'calledAt' && samples.length > 0 && samples.every((cell) => TIME.test(cell))
    take(isTime ? 'calledTime' : field, index)
  }
  const talked = columns.find(
    ({ header, nameless }) => !nameless && TALKED.test(header) && named(header) === 'talk',
  )
  if (talked) found.set('talk', talked.index)
  // The line that all calls were made from is nobody's who was called.
  const many = columns.toSorted((a, b) => Math.min(2, b.samples.length) - Math.min(2, a.samples.length))
  for (const { index, suggestion } of many) if (suggestion) take(WHO[suggestion.field], index)
  // A day on which they came, or were born, is none of a call.
  for (const { index, dates, suggestion, sensitive } of columns)
    if (dates && !sensitive && suggestion === null) take('calledAt', index)
  for (const { index, values } of columns)
    if (values?.length && values.every(({ cell }) => outcomeOfWord(cell) !== null)) take('outcome', index)
  return found
}

/** Without the time that a line rang. */
const TALKED = /talk|in call|hablad|conversa|billsec|parlat|gespr/i
/** Of a day that stands in another column. */
const TIME = /^\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s?m\.?|h)?$/i

/** What a line did: no list of people to call says that of them. */
const OF_A_LINE: ReadonlySet<string | null> = new Set([
  'no_answer',
  'busy',
  'voicemail',
  'gatekeeper',
  'wrong_number',
  'dead_number',
])

/** A day, what lines did, and somebody it is about: calls that were made, and not a list of people to call. */
export function looksLikeCalls(columns: Parameters<typeof suggestHistory>[0]): boolean {
  const found = suggestHistory(columns)
  const who = found.has('phone') || found.has('email') || found.has('externalId')
  const outcomes = columns.find(({ index }) => index === found.get('outcome'))?.values ?? []
  if (who && isVerdicts(columns.find(({ index }) => index === found.get('verdict'))?.values)) return true
  return found.has('calledAt') && who && outcomes.some(({ cell }) => OF_A_LINE.has(outcomeOfWord(cell)))
}

/** Results of a CRM: whom it is about, and whether they were taken. */
const isVerdicts = (values: Column['values'] | undefined): boolean =>
  values != null &&
  values.length > 0 &&
  values.filter(({ cell }) => verdictOfWord(cell) !== null).length >= values.length * 0.5
