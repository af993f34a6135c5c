import { BANT, type Definition } from '#shared/domain/bant'
import { isSame, type Json } from '#shared/domain/json-diff'
import { FRAMEWORKS } from '#shared/domain/meddic'
import { isOf, type Choice, type RuleRow, type Side } from '#electron/db/rule-kinds'

/** `version` 0 = as shipped. */
export type InForce = { definition: Definition; version: number }

const SHIPPED: Readonly<Record<string, Definition>> = FRAMEWORKS

const definitionsIn = (rows: readonly RuleRow[]) => rows.filter(isOf('definition'))

/** Every version of a framework's definition with its agreements, newest first; the last is the one that ships, if any. */
export function versionsIn(
  rows: readonly RuleRow[],
  framework: string,
): (InForce & { row: RuleRow | null })[] {
  const own = definitionsIn(rows).filter(({ data }) => data.framework === framework)
  const shipped = SHIPPED[framework]
  return [
    ...own.toReversed().map((row) => ({ ...agreed(rows, row.data, row.version), row })),
    ...(shipped ? [{ ...agreed(rows, shipped, 0), row: null }] : []),
  ]
}

/** The definition of a framework that these rows put in force; BANT's for one that is not there. */
export function definitionIn(rows: readonly RuleRow[], framework: string): InForce {
  const row = definitionsIn(rows).findLast(({ data }) => data.framework === framework)
  return agreed(rows, row?.data ?? SHIPPED[framework] ?? BANT, row?.version ?? 0)
}

export const choiceIn = (rows: readonly RuleRow[]): Choice =>
  rows.findLast(isOf('framework'))?.data ?? { standard: 'bant', lists: {} }

/** Those that ship, then the others by the order they were made in. */
export const frameworksIn = (rows: readonly RuleRow[]): string[] => [
  ...new Set([...Object.keys(SHIPPED), ...definitionsIn(rows).map(({ data }) => data.framework)]),
]

/** Who agreed to one version agreed to what it says: gone back to, it is no draft again. */
function agreed(rows: readonly RuleRow[], definition: Definition, version: number): InForce {
  const { framework } = definition
  const saysThis = (other: number): boolean => {
    if (other === version) return true
    const row = definitionsIn(rows).find((each) => each.version === other)
    const said = row?.data ?? (other === 0 ? SHIPPED[framework] : undefined)
    return said !== undefined && isSame(wordsOf(said), wordsOf(definition))
  }
  const by = (side: Side) => {
    const row = rows
      .filter(isOf('agreement'))
      .findLast(({ data }) => data.framework === framework && data.side === side && saysThis(data.version))
    return row ? { name: row.data.name, at: row.at } : null
  }
  return {
    definition: { ...definition, agreed: { marketing: by('marketing'), sales: by('sales') } },
    version,
  }
}

const wordsOf = ({ agreed: _, ...words }: Definition): Json => words
