import type { Label } from './bant.ts'

/** An entry of a catalogue that a team may rename; without a label it is called as it was shipped. */
type Named = { code: string; label: Label | null }
type LabelProblem = { reason: 'label-missing' | 'label-twice'; by: string | null }

/** What is wrong with a name, in any language; null when nothing is. `isOwn`: it was shipped under no name. */
export function labelProblem(
  { code, label }: Named,
  set: readonly Named[],
  isOwn: boolean,
): LabelProblem | null {
  const missing = { reason: 'label-missing', by: null } as const
  if (!label) return isOwn ? missing : null
  if (label.es.trim() === '' || label.en.trim() === '') return missing
  const twin = set.find(
    (other) =>
      other.code !== code &&
      other.label !== null &&
      (same(other.label.es, label.es) || same(other.label.en, label.en)),
  )
  return twin ? { reason: 'label-twice', by: twin.code } : null
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
