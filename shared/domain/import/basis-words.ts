import { fold } from '../../lib/fold.ts'
import { BASIS_KINDS, type Basis, type BasisKind } from '../basis.ts'
import { parseYesNo } from './values.ts'

/** What a cell says of why somebody may be called; null = that there is none. */
export type SaidBasis = Pick<Basis, 'kind' | 'given'> | null
/** A basis as a row brings it. `dated`: the file says the day; else it is that of the import. */
export type RowBasis = Basis & { dated: boolean; proof: string | null }

/** What files and CRMs call them (es, en, pt), folded. */
const WORDS: Readonly<Record<BasisKind, string>> = {
  consent:
    'consent|consentimiento|consentido|consented|consentimento|opt in|optin|double opt in|permission|permiso|autorizado|autorizacion|freely given consent from contact|consentimiento otorgado libremente por el contacto|granted|otorgado|subscribed|explicit consent|consentimiento expreso',
  existing_customer:
    'existing customer|customer|cliente|cliente actual|cliente existente|relacion comercial|relacion previa|soft opt in|cliente activo',
  legitimate_interest:
    'legitimate interest|legitimate interests|interes legitimo|interesse legitimo|li|art 6 1 f|6 1 f|legitimate interest prospect lead|legitimate interest existing customer|legitimate interest other|interes legitimo posible cliente lead|interes legitimo cliente existente',
  contract:
    'contract|contrato|performance of a contract|ejecucion de un contrato|ejecucion de contrato|precontractual|pre contract|art 6 1 b',
  public_source:
    'public source|fuente publica|public|publico|publicly available|registro publico|fonte publica|fuentes accesibles al publico',
}
const WITHDRAWN =
  'withdrawn|revoked|retirado|retirada|revocado|opt out|optout|baja|unsubscribed|consent withdrawn|consentimiento retirado|consentimiento revocado|opposed|oposicion'.split(
    '|',
  )
const NONE = new Set(
  'not applicable|no aplica|none|ninguna|ninguno|sin base|sin consentimiento|unknown|desconocida|no consta|nao consta|no informado|not set|pending|pendiente'.split(
    '|',
  ),
)

const SAID: ReadonlyMap<string, SaidBasis> = new Map<string, SaidBasis>([
  ...BASIS_KINDS.flatMap((kind) =>
    [kind.replaceAll('_', ' '), ...WORDS[kind].split('|')].map(
      (word) => [word, { kind, given: true }] as const,
    ),
  ),
  ...WITHDRAWN.map((word) => [word, { kind: 'consent', given: false }] as const),
  ...[...NONE].map((word) => [word, null] as const),
])

/** Undefined for what nobody knows. A yes is a consent; a no says that there is none, not that it was withdrawn. */
export function basisOfWord(cell: string): SaidBasis | undefined {
  const word = fold(cell)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (SAID.has(word)) return SAID.get(word) ?? null
  const yes = parseYesNo(cell)
  return yes === null ? undefined : yes ? { kind: 'consent', given: true } : null
}

/** Is what a row brings newer than what stands? Where the file gives no day, the same ground is the same. */
export function isNewBasis(known: Basis | null, row: RowBasis): boolean {
  if (known === null) return true
  const isSame = known.kind === row.kind && known.given === row.given
  return isSame ? row.dated && row.on > known.on : row.on >= known.on
}
