import { BANT, type Criterion, type Definition } from './bant.ts'

const known = (id: string): Criterion => {
  const found = BANT.criteria.find((criterion) => criterion.id === id)
  if (!found) throw new Error(`No criterion ${id}`)
  return found
}
const graded = (id: string, key: string, grades: readonly string[]): Criterion => ({
  id,
  key,
  shared: true,
  staleMonths: 6,
  gate: null,
  grades: grades.map((grade, at) => ({
    id: grade,
    worth: Math.round((100 * (grades.length - 1 - at)) / (grades.length - 1)),
  })),
})

/**
 * MEDDIC as data. The economic buyer is BANT's authority and the pain its need, by the same criterion: an answer given
 * in one framework is there in the other, and switching asks nothing again (PRODUCT.md section 5). Letters of outcomes
 * and of the desk are taken.
 */
export const MEDDIC: Definition = {
  framework: 'meddic',
  criteria: [
    graded('metrics', 'Q', ['measured', 'estimated', 'vague', 'no_figure']),
    known('authority'),
    graded('decision_criteria', 'C', ['written', 'told', 'guessed', 'no_criteria']),
    graded('decision_process', 'P', ['dated_steps', 'steps', 'unclear', 'no_process']),
    known('need'),
    graded('champion', 'H', ['sells_for_us', 'supports', 'friendly', 'nobody']),
  ],
  weights: {
    metrics: 15,
    authority: 20,
    decision_criteria: 15,
    decision_process: 15,
    need: 20,
    champion: 15,
  },
  threshold: 75,
  agreed: { marketing: null, sales: null },
}

/** The frameworks that ship; a rep may look at a lead through any of them, the definition in force decides. */
export const FRAMEWORKS = { bant: BANT, meddic: MEDDIC } as const
