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
  no_need: 'no necesita|sin necesidad|no need|not needed|nao precisa',
  no_budget: 'sin presupuesto|no tiene presupuesto|no budget|budget|presupuesto|sem orcamento',
  timing: 'mal momento|no es el momento|bad timing|timing|not now|mas adelante',
  no_authority:
    'no decide|sin autoridad|no authority|not the decision maker|wrong contact|contacto equivocado',
  competitor_contract: 'contrato con la competencia|has a supplier|ya tiene proveedor|competitor contract',
  company_too_small: 'empresa pequena|demasiado pequena|too small|company too small',
  outside_profile: 'fuera de perfil|not a fit|no encaja|bad fit|outside profile',
  competitor: 'competencia|competidor|competitor',
  already_customer: 'ya es cliente|already a customer|already customer',
  bad_data: 'datos erroneos|datos incorrectos|bad data|wrong data',
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
/** By its code, as the team calls it (`team`: folded names) or as sales teams do. */
export const reasonOfWord = (cell: string, team?: ReadonlyMap<string, string>): string | null =>
  team?.get(fold(cell).trim()) ?? REASON_OF.get(plain(cell)) ?? null

/** Where a verdict leaves a lead: accepted stamps the SQL; rejected goes where its reason says, without one back to mql. */
export function stageAfter(verdict: CrmVerdict, reason: ReasonRule | null): Stage {
  if (verdict === 'rejected') return reason?.stage ?? 'mql'
  return { accepted: 'sql', won: 'customer', lost: 'lost' }[verdict] as Stage
}
