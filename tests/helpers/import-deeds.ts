import fc from 'fast-check'

import { COLUMN_RULES, type Field, type ImportMode } from '#shared/domain/import/field'
import { DAY, MINUTE } from '#shared/lib/time'

const cell = (...values: string[]) => fc.constantFrom('', ...values)
const seldom = (...values: string[]) => fc.constantFrom('', '', '', ...values)

/** Few people, who share ids, numbers, mailboxes and companies as lists have them. */
const PEOPLE: readonly (readonly [Field | null, fc.Arbitrary<string>])[] = [
  ['externalId', cell('1', '2', '3', '4')],
  ['fullName', cell('Ana Roa', 'Luis Gil', 'Eva Sanz', 'Ana Roa Gil')],
  ['email', cell('ana@a.example', 'luis@a.example', 'info@forjas.example')],
  ['phone', cell('600111222', '600111333', '915551212', '600111222 / 915551212')],
  ['company', cell('Forjas', 'Forjas S.L.', 'Forjas S.A.', 'Norte')],
  ['title', cell('Jefa', 'CEO')],
  ['employees', cell('10', '400')],
  ['demo', cell('01/03/2026', '02/03/2026')],
  ['doNotCall', seldom('sí', 'no')],
  ['updatedAt', cell('01/02/2026', '05/03/2026')],
  ['source', cell('Web', 'Feria')],
  ['arrivedAt', seldom('05/03/2026', '20/03/2026')],
  ['basis', seldom('Consentimiento')],
  ['stage', seldom('nurture', 'descartado')],
  [null, cell('rojo', 'azul')],
]
export const FIELDS = PEOPLE.map(([field]) => field)
const rows = fc.array(fc.tuple(...PEOPLE.map(([, cells]) => cells)), { minLength: 1, maxLength: 4 })

export const CALLED = ['calledAt', 'phone', 'externalId', 'outcome', 'agent', 'result', 'verdict'] as const
const called = fc.tuple(
  fc.constantFrom('02/03/2026 10:00', '03/03/2026 17:00', '09/03/2026 12:00', '10/03/2026 09:30'),
  cell('600111222', '600111333', '915551212'),
  cell('1', '2'),
  fc.constantFrom('No contesta', 'Ringing', 'No interesado', 'No llamar', 'Número equivocado', 'Venta'),
  cell('Berta Ruiz', 'Iker Sanz'),
  cell('Nurture', 'Perdido'),
  cell('Rechazado', 'Aceptado'),
)

const which = fc.nat(6)
const deed = <K extends string, T extends object>(
  does: K,
  given: { [P in keyof T]: fc.Arbitrary<T[P]> },
  weight = 1,
) => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(does), ...given }) as fc.Arbitrary<{ do: K } & T>,
})
const list = fc.constantFrom<('Home' | 'Other' | null)[]>('Home', 'Other', null)
const mode = fc.constantFrom<ImportMode[]>('create', 'create_update', 'create_update', 'update')
const rules = fc.array(fc.constantFrom(...COLUMN_RULES), {
  minLength: FIELDS.length,
  maxLength: FIELDS.length,
})

/** Files that come, go, come again and are stopped, while time passes. */
export const BRINGING = [
  deed('bring', { rows, rules, mode, list }, 6),
  deed('calls', { rows: fc.array(called, { minLength: 1, maxLength: 4 }) }, 2),
  deed('undo', { n: which }, 5),
  deed('cancel', { rows, turns: fc.nat(12) }),
  deed('again', { n: which }),
  deed('wait', { ms: fc.constantFrom(25 * MINUTE, DAY, 95 * DAY) }),
] as const

export const MERGING = [
  deed(
    'merge',
    {
      kind: fc.constantFrom<('person' | 'company')[]>('person', 'person', 'company'),
      pair: fc.tuple(which, which),
      side: fc.constantFrom<('kept' | 'other')[]>('kept', 'other'),
    },
    3,
  ),
  deed('unmerge', {}, 2),
  deed('apart', { pair: fc.tuple(which, which) }),
] as const

const OUTCOMES = ['no_answer', 'gatekeeper', 'callback', 'not_interested', 'nurture', 'do_not_call'] as const
const outcome = fc.constantFrom(...OUTCOMES, 'wrong_number', 'dead_number', 'interested')
const edit = fc.constantFrom(
  ['province', 'Las Palmas'] as const,
  ['company', 'Forjas'] as const,
  ['company', 'Forjas SL'] as const,
  ['title', 'Dueña'] as const,
  ['name', 'Ana Roa'] as const,
  ['phone', '600777000'] as const,
  ['phone', '600111333'] as const,
  ['email', 'ana@a.example'] as const,
  ['source', 'Feria'] as const,
)
/** What people do with whom a file brought. */
export const WORKING = [
  deed('log', { n: which, outcome }, 4),
  deed('unlog', {}, 2),
  deed('edit', { n: which, edit }, 3),
  deed('unedit', {}),
  deed('erase', { n: which }),
] as const

type Of<T extends readonly { arbitrary: unknown }[]> =
  T[number]['arbitrary'] extends fc.Arbitrary<infer D> ? D : never
export type ImportDeed = Of<typeof BRINGING> | Of<typeof MERGING> | Of<typeof WORKING>
