import { fold } from '../../lib/fold.ts'
import { REASON_IDS, type ReasonId } from '../reason.ts'
import type { ReasonRule } from '../reason-set.ts'
import type { Stage } from '../stage.ts'

/** What a CRM says of a lead that was handed over (PRODUCT.md section 12). */
export const CRM_VERDICTS = ['accepted', 'rejected', 'won', 'lost'] as const
export type CrmVerdict = (typeof CRM_VERDICTS)[number]

/** What sales teams and CRMs call them (es, en, pt), folded. */
const WORDS: Readonly<Record<CrmVerdict, string>> = {
  accepted:
    'accepted|aceptado|aceptada|aceito|sales accepted|sal|approved|aprobado|aprobada|valido|valida|ok',
  rejected:
    'rejected|rechazado|rechazada|rejeitado|not accepted|no aceptado|returned|devuelto|devuelta|declined|no valido',
  won: 'won|closed won|ganado|ganada|ganho|cerrado ganado|cierre ganado|sold|vendido|contrato firmado|customer|cliente',
  lost: 'lost|closed lost|perdido|perdida|cerrado perdido|cierre perdido|fechado perdido',
}
const REASON_WORDS: Readonly<Partial<Record<ReasonId, string>>> = {
  no_need:
    'no necesita|no lo necesita|no lo necesitan|sin necesidad|no tiene necesidad|sin proyecto|no need|not needed|no project|nao precisa|sem necessidade',
  refused:
    'no interesado|no interesada|no interesados|no le interesa|no interesa|sin interes|not interested|no interest|no longer interested|nao interessado|sem interesse|non interessato|non interessata|pas interesse|pas interessee|kein interesse|no interessat|no interessada',
  no_budget:
    'sin presupuesto|no tiene presupuesto|no hay presupuesto|falta de presupuesto|no budget|lack of budget|budget|presupuesto|sem orcamento|falta de orcamento|sem verba|kein budget|pas de budget|nessun budget|sense pressupost',
  timing:
    'mal momento|no es el momento|momento inadecuado|bad timing|wrong timing|timing|not now|not the right time|not ready|mas adelante|ahora no|de momento no|por ahora no|agora nao|momento errado|falscher zeitpunkt|pas le moment|pas le bon moment',
  no_authority:
    'no decide|sin autoridad|no authority|not the decision maker|not a decision maker|no es decisor|no es el decisor|wrong contact|wrong person|contacto equivocado|nao decide',
  competitor_contract:
    'contrato con la competencia|has a supplier|has a vendor|ya tiene proveedor|tiene proveedor|ya tienen proveedor|con la competencia|se fue con la competencia|se va con la competencia|elige competencia|eligio competencia|eligio a la competencia|trabaja con la competencia|usa competencia|competitor contract|under contract|using competitor|uses competitor|using a competitor|went with competitor|went with a competitor|chose competitor|chose a competitor|lost to competitor|lost to competition|ja tem fornecedor|fechou com concorrente|fechou com o concorrente',
  unreachable:
    'no contesta|no responde|ilocalizable|no localizado|no localizada|unreachable|unresponsive|no response|no answer|not reachable|nao atende|nao responde',
  company_too_small:
    'empresa pequena|empresa muy pequena|demasiado pequena|demasiado pequeno|muy pequena|muy pequeno|too small|company too small|small company|muito pequena',
  outside_profile:
    'fuera de perfil|fuera de target|no es perfil|no cumple perfil|no cumple requisitos|not a fit|not a good fit|no fit|no encaja|bad fit|poor fit|outside profile|fora do perfil',
  competitor: 'competencia|competidor|competitor|es competencia|concorrente|concorrencia',
  supplier: 'proveedor|supplier|vendor|fornecedor',
  student: 'estudiante|student|estudante',
  job_seeker: 'busca empleo|busca trabajo|job seeker|jobseeker|candidato|procura emprego',
  already_customer:
    'ya es cliente|ya cliente|already a customer|already customer|existing customer|ja e cliente',
  bad_data:
    'datos erroneos|datos incorrectos|datos invalidos|datos falsos|telefono erroneo|telefono incorrecto|numero erroneo|numero equivocado|bad data|wrong data|invalid data|wrong number|invalid number|bad contact info|dados incorretos|dados errados|numero errado',
}

const tableOf = <T extends string>(words: Readonly<Partial<Record<T, string>>>): ReadonlyMap<string, T> =>
  new Map(
    (Object.entries(words) as [T, string][]).flatMap(([id, list]) =>
      list.split('|').map((word) => [word, id] as const),
    ),
  )
const VERDICT_OF = tableOf(WORDS)
const REASON_OF = new Map([...tableOf(REASON_WORDS), ...REASON_IDS.map((id) => [plain(id), id] as const)])

function plain(cell: string): string {
  return fold(cell)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The verdict a cell names; null for one that nobody here knows. */
export const verdictOfWord = (cell: string): CrmVerdict | null => VERDICT_OF.get(plain(cell)) ?? null
/** The reason of ours that a cell names, by its code or as sales teams call it. */
export const knownReason = (cell: string): ReasonId | null => REASON_OF.get(plain(cell)) ?? null
/** The same, or as the team calls it (`team`: codes by folded names). */
export const reasonOfWord = (cell: string, team?: ReadonlyMap<string, string>): string | null =>
  team?.get(fold(cell).trim()) ?? knownReason(cell)

/** Where a verdict leaves a lead: accepted stamps the SQL; rejected goes where its reason says, without one back to mql. */
export function stageAfter(verdict: CrmVerdict, reason: ReasonRule | null): Stage {
  if (verdict === 'rejected') return reason?.stage ?? 'mql'
  return { accepted: 'sql', won: 'customer', lost: 'lost' }[verdict] as Stage
}
