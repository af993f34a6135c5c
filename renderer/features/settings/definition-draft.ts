import type { Criterion, Definition, Grade } from '#shared/domain/bant'

/** Changes of a definition on the screen; each gives a new one. */
export const withCriterion = (
  definition: Definition,
  id: string,
  change: Partial<Criterion>,
): Definition => ({
  ...definition,
  criteria: definition.criteria.map((one) => (one.id === id ? { ...one, ...change } : one)),
})

export const withWeight = (definition: Definition, id: string, weight: number): Definition => ({
  ...definition,
  weights: { ...definition.weights, [id]: weight },
})

export function withoutCriterion(definition: Definition, id: string): Definition {
  const { [id]: _, ...weights } = definition.weights
  return { ...definition, weights, criteria: definition.criteria.filter((one) => one.id !== id) }
}

export const withNew = (definition: Definition, criterion: Criterion): Definition => ({
  ...definition,
  weights: { ...definition.weights, [criterion.id]: 0 },
  criteria: [...definition.criteria, criterion],
})

export const withGrade = ({ grades }: Criterion, id: string, change: Partial<Grade>): Partial<Criterion> => ({
  grades: grades.map((one) => (one.id === id ? { ...one, ...change } : one)),
})

export const withoutGrade = ({ grades, gate }: Criterion, id: string): Partial<Criterion> => ({
  grades: grades.filter((one) => one.id !== id),
  gate: gate && gate.filter((one) => one !== id),
})

/** What a gate begins with: everything but the last grade passes. */
export const gateOf = ({ grades }: Criterion): string[] => grades.slice(0, -1).map(({ id }) => id)

/** A yes and a no, to begin with; its words are its own. */
export function newCriterion(taken: readonly Criterion[], keys: ReadonlySet<string>): Criterion {
  const id = freeId(
    'criterion',
    taken.map((one) => one.id),
  )
  const key = Array.from('GLUYZSVIQCPH').find(
    (one) => !keys.has(one) && taken.every((each) => each.key !== one),
  )
  return {
    id,
    key: key ?? 'G',
    label: { es: 'Criterio nuevo', en: 'New criterion' },
    staleMonths: 6,
    gate: null,
    grades: [
      { id: `${id}_yes`, worth: 100, label: { es: 'Sí', en: 'Yes' } },
      { id: `${id}_no`, worth: 0, label: { es: 'No', en: 'No' } },
    ],
  }
}

export function newGrade({ id, grades }: Criterion): Grade {
  const last = grades.at(-1)?.id
  return {
    id: freeId(
      `${id}_grade`,
      grades.map((one) => one.id),
    ),
    worth: last === undefined ? 0 : (grades.at(-2)?.worth ?? 0),
    label: { es: 'Grado nuevo', en: 'New grade' },
  }
}

/** A framework's id from its name. */
export const idOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40)

const freeId = (stem: string, taken: readonly string[]): string =>
  Array.from({ length: taken.length + 1 }, (_, n) => `${stem}_${n + 1}`).find((id) => !taken.includes(id)) ??
  stem
