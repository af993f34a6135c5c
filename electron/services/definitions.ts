import { BANT, type Definition } from '#shared/domain/bant'
import { isSame, type Json } from '#shared/domain/json-diff'
import { FRAMEWORKS } from '#shared/domain/meddic'
import type { RuleRow } from '#electron/db/rules'

/** Rows of `rules` that a definition is made of. An agreement is a row of its own: a new version has none. */
export const DEFINITION = 'definition'
export const AGREEMENT = 'agreement'
export const CHOICE = 'framework'

const SIDES = ['marketing', 'sales'] as const
export type Side = (typeof SIDES)[number]
export type AgreementRow = { framework: string; version: number; side: Side; name: string }
/** Which framework a list qualifies by; those not named have the standard one. */
export type Choice = { standard: string; lists: Readonly<Record<string, string>> }

/** `version` 0 = as shipped. */
export type InForce = { definition: Definition; version: number }

const SHIPPED: Readonly<Record<string, Definition>> = FRAMEWORKS

/** What a row holds is what `definition.save` let in. */
const dataOf = ({ data }: RuleRow) => data as Definition
const agreementOf = ({ data }: RuleRow) => data as AgreementRow

/** Every version of a framework's definition with its agreements, newest first; the last is the one that ships, if any. */
export function versionsIn(
  rows: readonly RuleRow[],
  framework: string,
): (InForce & { row: RuleRow | null })[] {
  const own = rows
    .filter((row) => row.kind === DEFINITION && dataOf(row).framework === framework)
    .toReversed()
  const shipped = SHIPPED[framework]
  return [
    ...own.map((row) => ({ ...agreed(rows, dataOf(row), row.version), row })),
    ...(shipped ? [{ ...agreed(rows, shipped, 0), row: null }] : []),
  ]
}

/** The definition of a framework that these rows put in force; BANT's for one that is not there. */
export function definitionIn(rows: readonly RuleRow[], framework: string): InForce {
  const row = rows.findLast((each) => each.kind === DEFINITION && dataOf(each).framework === framework)
  return agreed(rows, row ? dataOf(row) : (SHIPPED[framework] ?? BANT), row?.version ?? 0)
}

export const choiceIn = (rows: readonly RuleRow[]): Choice =>
  (rows.findLast(({ kind }) => kind === CHOICE)?.data as Choice | undefined) ?? {
    standard: 'bant',
    lists: {},
  }

/** Those that ship, then the others by the order they were made in. */
export const frameworksIn = (rows: readonly RuleRow[]): string[] => [
  ...new Set([
    ...Object.keys(SHIPPED),
    ...rows.filter(({ kind }) => kind === DEFINITION).map((row) => dataOf(row).framework),
  ]),
]

/** Who agreed to one version agreed to what it says: gone back to, it is no draft again. */
function agreed(rows: readonly RuleRow[], definition: Definition, version: number): InForce {
  const { framework } = definition
  const saysThis = (other: number): boolean => {
    if (other === version) return true
    const row = rows.find((each) => each.kind === DEFINITION && each.version === other)
    const said = row ? dataOf(row) : other === 0 ? SHIPPED[framework] : undefined
    return said !== undefined && isSame(wordsOf(said), wordsOf(definition))
  }
  const by = (side: Side) => {
    const row = rows.findLast((each) => {
      if (each.kind !== AGREEMENT) return false
      const given = agreementOf(each)
      return given.framework === framework && given.side === side && saysThis(given.version)
    })
    return row ? { name: agreementOf(row).name, at: row.at } : null
  }
  return {
    definition: { ...definition, agreed: { marketing: by('marketing'), sales: by('sales') } },
    version,
  }
}

const wordsOf = ({ agreed: _, ...words }: Definition): Json => words
