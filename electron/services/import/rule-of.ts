import type { ImportPlan } from '#shared/contract/import-plan'
import type { RuleOf } from '#shared/domain/import/changes'
import type { ColumnRule } from '#shared/domain/import/field'

/** Kept columns have their rule by header, which is known once the file is read. */
export function rulesOf({ columns }: ImportPlan): { of: RuleOf; name: (header: readonly string[]) => void } {
  const byField = new Map(columns.map(({ field, rule }) => [field, rule]))
  const byHeader = new Map<string, ColumnRule>()
  const mobile = byField.get('mobile')
  return {
    of: (field, header = '') =>
      (field === null ? byHeader.get(header) : byField.get(field)) ??
      (field === 'phone' ? mobile : undefined) ??
      'fill',
    name: (header) => {
      for (const { index, rule } of columns) byHeader.set(header[index] ?? '', rule)
    },
  }
}
