import axe from 'axe-core'

/** Contrast has a test of its own: jsdom draws nothing. */
const RULES = { rules: { 'color-contrast': { enabled: false } } }

/** What stands in somebody's way on the page as it is now. */
export const violations = async (): Promise<string[]> =>
  (await axe.run(document.body, RULES)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
