import { fold } from '../../lib/fold.ts'
import { memo } from '../../lib/memo.ts'
import { REASONS, type ReasonId } from '../reason.ts'
import { STAGES, type Stage } from '../stage.ts'
import { knownReason } from './verdict-words.ts'

/**
 * What CRMs and people call the stages (reference of CRM fields; es, en, pt), folded. Somebody whom another system calls
 * contacted, open or working is a lead here: nobody at this desk has checked more.
 */
const WORDS: Readonly<Record<Stage, string>> = {
  inquiry:
    'inquiry|enquiry|consulta|subscriber|suscriptor|nuevo|new|new lead|nuevo lead|novo|open not contacted|sin contactar|no contactado|not contacted|raw|pendiente|pending|unassigned|to do|created|creado|sin gestionar|sin tocar|sin trabajar|por contactar|por llamar|nuovo|nouveau|nouvelle|neu|non contacte|a contacter|da contattare|nicht kontaktiert|offen|nowy|nowa|nieuw|abierto no contactado|abierta no contactada|pdte|pte|not started|sin empezar|nou|nova|berria|pendent|no procesado|sin procesar|unprocessed|not processed',
  lead: 'lead|open|abierto|aberto|contacted|contactado|contatado|working|working contacted|in progress|en curso|en proceso|em andamento|em contato|in process|attempted to contact|intento de contacto|intentado|connected|conectado|assigned|asignado|prospect|prospecto|prospecting|recycled|cliente potencial|posible cliente|interesado|interested|en seguimiento|seguimiento|engaging|warm|hot|contacto|caliente|tibio|templado|frio|cold|contattato|in corso|in lavorazione|contacte|contactee|en cours|a relancer|kontaktiert|in bearbeitung|intentando contactar|contactando|volver a llamar|em contacto|trabajando contactado|en curso contactado|reciclado|potential|potencial|contactat|contactada|contactat da|en proces|attempted|pre qualified|precualificado|hot lead|warm lead|cold lead|visita agendada|visita concertada|cita agendada|cita concertada|reunion agendada|reunion concertada|meeting booked|meeting scheduled|appointment set|visit scheduled',
  mql: 'mql|marketing qualified lead|marketingqualifiedlead|lead calificado para marketing|lead cualificado por marketing|lead cualificado para marketing|lead qualificado de marketing|lead qualificado pelo marketing|lead qualificado',
  sql: 'sql|sales qualified lead|salesqualifiedlead|qualified|cualificado|calificado|qualificado|lead cualificado por ventas|lead calificado para ventas|lead qualificado de vendas|sales accepted lead|sal|qualificato|qualifie|qualifiee|qualifiziert|sales ready',
  opportunity:
    'opportunity|oportunidad|oportunidade|open deal|proposal|propuesta|proposta|negotiation|negociacion|en negociacion|negociacao|em negociacao|demo|quote sent|presupuesto enviado|negocio abierto|negocio en curso|propuesta enviada|propuesta presentada|presupuestado|proposal sent|proposal made|negotiations started|oferta enviada|oferta presentada|proposta enviada|trattativa|in trattativa|offerta inviata|proposition envoyee|en negociation|devis envoye|angebot|angebot gesendet|verhandlung|in verhandlung|needs analysis|value proposition|perception analysis|id decision makers',
  customer:
    'customer|client|cliente|won|ganado|ganada|closed won|cerrado ganado|cierre ganado|closed converted|converted|convertido|convertida|evangelist|evangelista|promotor|vendido|ganho|fechado ganho|signed|contrato firmado|vinto|vinta|chiuso vinto|gagne|gagnee|signe|gewonnen|kunde|venta cerrada|cerrado convertido|cerrada convertida|contratado|fechado|client guanyat|guanyat|bezeroa|vendida|ya es cliente|already customer|already a customer',
  nurture:
    'nurture|nurturing|en incubacion|incubacion|bad timing|mal momento|mas adelante|later|aplazado|pospuesto|postponed|on hold|en espera|recontactar|call later|nutricion|em espera|not now|dormido|piu avanti|plus tard|spater|zuruckgestellt|wiedervorlage|a futuro|en pausa|fidelizar|contact in future|contact in the future|contactar en el futuro',
  disqualified:
    'disqualified|descartado|unqualified|no cualificado|no calificado|not qualified|nao qualificado|desqualificado|junk|junk lead|basura|dead|closed not converted|canceled|cancelled|cancelado|cannot contact|no longer interested|no interesado|not interested|sem interesse|invalid|invalido|no apto|rechazado|rejected|duplicate|spam|no valido|bad fit|no interesada|no interesados|no encaja|no procede|descartada|desestimado|desestimada|no interesa|non interessato|non interessata|squalificato|pas interesse|pas interessee|non qualifie|disqualifie|kein interesse|nicht qualifiziert|disqualifiziert|erroneo|muerto|cerrado no convertido|cerrada no convertida|lead malo|malo|datos erroneos|sin interes|nao interessado|descartat|no interessat|no interessada|no le interesa|lost lead|lead perdido|cliente potencial perdido|cliente potencial basura|prospecto basura|prospecto perdido|baja calidad|low quality',
  lost: 'lost|perdido|perdida|closed lost|cerrado perdido|cierre perdido|fechado perdido|oportunidad perdida|baja|churned|ex cliente|former customer|antiguo cliente|perso|persa|chiuso perso|perdu|perdue|verloren|no ganado|no ganada|canceled by customer|perdut|galdua|cliente perdido|lost customer',
}
const STAGE_OF: ReadonlyMap<string, Stage> = new Map(
  STAGES.flatMap((stage) => WORDS[stage].split('|').map((word) => [word, stage] as const)),
)

/** Numbers and signs in front, and what stands in brackets, say nothing: `3. Ganado (contrato)`. */
const plain = (cell: string): string =>
  fold(cell)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^\s*\d+\s+(?=\p{L})/u, '')
    .trim()

/** Where another system has somebody, and why where it says so. */
export type Standing = { stage: Stage; reason: ReasonId | null }

/** What a cell of stages says; null for one that nobody here knows. */
export const standingOf = memo((cell: string): Standing | null => {
  const parts = cell.split(PARTS)
  const whole = STAGE_OF.get(plain(cell))
  const said = new Set([
    ...(whole ? [whole] : []),
    ...parts.flatMap((part) => STAGE_OF.get(plain(part)) ?? []),
  ])
  const because = parts.map(reasonIn).find((reason) => reason !== null) ?? null
  const isOut = said.has('disqualified') || said.has('nurture') || (said.size === 0 && isReason(cell))
  if (isOut && because !== null) return { stage: closedAs(because), reason: because }
  const stage = whole ?? ofParts(said)
  // Whom a deal was lost to is their supplier now.
  if (stage === 'lost') return { stage, reason: because === 'competitor' ? 'competitor_contract' : because }
  return stage && { stage, reason: null }
})
export const stageOfWord = (cell: string): Stage | null => standingOf(cell)?.stage ?? null

/** Does a cell say more than the name of its stage? */
export const saysMore = (cell: string): boolean =>
  standingOf(cell) !== null && !STAGE_OF.has(plain(cell.replace(/[()]/g, ' ')))

/**
 * Where somebody is whom another system has closed for a reason: where it leads. Whoever refused was asked there already.
 */
export const closedAs = (reason: ReasonId): 'nurture' | 'disqualified' =>
  isAskedAgain(reason) ? 'disqualified' : REASONS[reason].stage
/** Does a reason count as given for the second time? */
export const isAskedAgain = (reason: ReasonId): boolean => 'again' in REASONS[reason]

/** `Contactado - no interesado`: where a part says that they are closed, or one alone is known. */
function ofParts(known: ReadonlySet<Stage>): Stage | null {
  const closed = [...known].filter((stage) => CLOSED.has(stage))
  const [only, ...others] = closed.length > 0 ? closed : known
  return others.length === 0 ? (only ?? null) : null
}
const PARTS = /\s[-–—]|[-–—]\s|[/:>|,;()]/

/** A wish not to be called is read as one. */
function reasonIn(part: string): ReasonId | null {
  const reason = knownReason(part)
  return reason === 'do_not_call' ? null : reason
}
/** `Sin presupuesto` alone is where somebody stands; `Presupuesto`, or that nobody answered yet, is not. */
function isReason(cell: string): boolean {
  const reason = reasonIn(cell)
  return reason !== null && reason !== 'unreachable' && /\S\s+\S/.test(cell)
}

/** Nobody calls them as if nothing had been. */
const CLOSED: ReadonlySet<Stage> = new Set(['customer', 'disqualified', 'lost'])

/**
 * Of what several columns say of one person (a lifecycle and a status), in whatever order they stand, the one that goes:
 * what closes, then what puts off, else the further one along the funnel. Lost yields to disqualified: it asks for proofs.
 */
export function ruling(one: Standing | null, other: Standing): Standing {
  if (one === null) return other
  const [mine, its] = [RULES.indexOf(one.stage), RULES.indexOf(other.stage)]
  return its > mine || (its === mine && one.reason === null) ? other : one
}
const RULES: readonly Stage[] = [
  'inquiry',
  'lead',
  'mql',
  'sql',
  'opportunity',
  'nurture',
  'lost',
  'disqualified',
  'customer',
]
