import { fold } from '../../lib/fold.ts'
import { OUTCOME_IDS, type OutcomeId } from '../outcome.ts'

/** `none`: it says that nobody was called: a lead that waits, an inbound queue, a list that was matched. */
export const HISTORY_OUTCOMES = [...OUTCOME_IDS, 'none'] as const
export type HistoryOutcome = (typeof HISTORY_OUTCOMES)[number]

/**
 * What dialers, CRMs and reps call the end of a call (es, en, pt; VICIdial's codes and names among them), folded. What
 * could be two things ("Connected", "Contactado") is left to whoever knows.
 */
const WORDS: Readonly<Partial<Record<HistoryOutcome, string>>> = {
  no_answer:
    'no answer|no contesta|no contesto|no responde|sin respuesta|ringing|n|na|nr|no answer autodial|not answered|unanswered|nao atende|nao atendeu|no coge|no lo coge|rna|rings no answer|switched off|apagado|telefono apagado|fuera de cobertura|not reachable|unreachable|no localizado|missed|no picked up|not picked up|pu|call picked up|llamada perdida|ilocalizable|missed call|no descuelga|sin contestar|no atendida|no atendido|no reply|did not answer|didn t answer|pas de reponse|sans reponse|injoignable|non risponde|nessuna risposta|keine antwort|nicht erreicht|nicht erreichbar',
  busy: 'busy|b|ab|busy auto|ocupado|comunica|comunicando|linea ocupada|line busy|busy signal|ocupada|occupe|occupato|besetzt',
  voicemail:
    'voicemail|voice mail|vm|left voicemail|left voice mail|buzon|buzon de voz|contestador|mensaje en contestador|answering machine|a|aa|am|al|answering machine auto|answering machine sent to mesg|answering machine msg played|pm|played message|caixa postal|correio de voz|machine|left message|mensaje dejado|left vm|buzon voz|contestador automatico|salta contestador|salta buzon|messagerie|repondeur|segreteria|segreteria telefonica|mailbox|anrufbeantworter',
  gatekeeper:
    'gatekeeper|left live message|recepcion|secretaria|reception|receptionist|filtro|centralita|switchboard|no pasa|no me pasan|assistant|np|no pitch no price|not available|no disponible|ausente|reunido|contesta otra persona|no esta|secretariat|centralino|sekretariat',
  callback:
    'callback|call back|callbk|cbhold|call back hold|volver a llamar|rellamar|llamar mas tarde|llamar luego|agendado|retornar|ligar depois|call later|scheduled callback|aplazada|will call back|rellamada|call again|call back later|callback requested|callback scheduled|volver llamar|llamar de nuevo|llamar otro dia|llamar en otro momento|a rappeler|rappeler|richiamare|da richiamare|ruckruf|zuruckrufen|wiedervorlage',
  interested:
    'interested|interesado|interesada|interessado|xfer|call transferred|transferred|info enviada|quiere informacion|positivo|warm|hot lead|potencial|muy interesado|envio de informacion|enviar informacion|enviar info|pide informacion|solicita informacion|info sent|send info|interesse|interessee|interessato|interessata|interessiert',
  qualified:
    'qualified|cualificado|cualificada|calificado|qualificado|sale|sale made|sql|meeting booked|reunion|reunion agendada|cita|cita concertada|appointment|appointment set|demo agendada|demo booked|vendido|venta|success|exito|closed won|won|ganado|cita cerrada|cita agendada|reunion concertada|demo concertada|visita concertada|meeting scheduled|appointment booked|rdv|rdv pris|rendez vous|appuntamento|appuntamento fissato|termin|termin vereinbart',
  nurture:
    'nurture|mas adelante|not now|ahora no|bad timing|mal momento|no es el momento|later|next batch|agora nao|a futuro|plus tard|piu avanti|spater',
  not_interested:
    'not interested|ni|no interesado|no interesada|no le interesa|nao interessado|sem interesse|dec|declined sale|declined|rechaza|rechazado|refused|hung up|opp hangup|hang up|colgo|cuelga|negativo|failure|lost|perdido|no interesa|no quiere|rechazada|colgado|ha colgado|me cuelga|sin interes|nao interessada|recusou|pas interesse|pas interessee|non interessato|non interessata|kein interesse|nicht interessiert',
  disqualified:
    'disqualified|descartado|no cualificado|not qualified|unqualified|no perfil|fuera de perfil|not eligible|no apto|ya es cliente|already a customer|already customer|ja e cliente|no valido|lead no valido|no cumple|no cumple requisitos|no encaja|bad fit|ya cliente|cliente actual|hors cible|non in target|fuera de target',
  wrong_number:
    'wrong number|wrong number given|numero equivocado|numero erroneo|telefono erroneo|equivocado|telefono equivocado|numero errado|wrong person|no es el|telefono incorrecto|numero incorrecto|no corresponde|numero no corresponde|equivocada|faux numero|mauvais numero|numero sbagliato|falsche nummer',
  dead_number:
    'dead number|invalid number|numero no existe|no existe|numero invalido|telefono no valido|disconnected|disconnected number|disconnected number auto|dc|adc|afax|fax|fax machine auto|numero inexistente|out of service|fuera de servicio|bad number|telefono inexistente|numero no valido|telefono no existe|not in service|number not in service|sin linea|numero dado de baja|telefono dado de baja|numero non attribue|numero inesistente|kein anschluss|nummer ungultig',
  referred: 'referred|derivado|referido|remite a otro|otra persona|encaminhado|another contact|otro contacto',
  do_not_call:
    'do not call|dnc|no llamar|no volver a llamar|robinson|lista robinson|nao ligar|opt out|baja|remove from list|do not contact|no contactar|no molestar|ne plus appeler|ne pas appeler|non chiamare|non richiamare|nicht anrufen|nicht mehr anrufen|blacklist|lista negra',
  technical_failure:
    'technical failure|fallo tecnico|error|drop|xdrop|pdrop|agent not available|agent not available in|outbound pre routing drop|dropped|corte|se corta|se corto|eri|agent error|failed|call failed|congestion|falha tecnica|llamada fallida|error tecnico|llamada cortada|se corta la llamada|echec|errore',
  none: 'new|new lead|queue|lead to be called|incall|lead being called|dncl|do not call hopper match|dncc|do not call camp match|svyext|survey sent to extension|svyvm|survey sent to voicemail|svyhu|survey hungup|svyrec|survey sent to record|qvmail|queue abandon voicemail left|rqxfer|re queue|timeot|inbound queue timeout drop|afthrs|inbound after hours drop|nanque|inbound no agent no queue drop|nuevo|pendiente|sin llamar|not called|not contacted yet|to call|por llamar',
}
const OUTCOME_OF: ReadonlyMap<string, HistoryOutcome> = new Map(
  HISTORY_OUTCOMES.flatMap((id) => (WORDS[id] ?? '').split('|').map((word) => [word, id] as const)),
)
const IDS: ReadonlySet<string> = new Set(HISTORY_OUTCOMES)

/** The outcome a cell names; null for one that nobody here knows. */
export function outcomeOfWord(cell: string): HistoryOutcome | null {
  const words = fold(cell)
  if (IDS.has(words)) return words as HistoryOutcome
  const whole = known(words) ?? known(words.replace(/\([^)]*\)|^\s*\d+\s*[.)-]/g, ' '))
  if (whole) return whole
  // `Answered - Not interested`: where one part alone is known, or they are one.
  // Never one letter of a text: `C/ A` is a street.
  const parts = new Set(
    words.split(PARTS).flatMap((part) => (part.trim().length > 1 ? (known(part) ?? []) : [])),
  )
  return parts.size === 1 ? ([...parts][0] ?? null) : null
}
const PARTS = /\s[-–]\s|[/:>|;]/
const known = (words: string): HistoryOutcome | undefined =>
  OUTCOME_OF.get(words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())

/** Outcomes that can follow only when somebody answered, and of whom a file does not say who: it was they who asked. */
export const SPOKEN: readonly OutcomeId[] = ['callback']
