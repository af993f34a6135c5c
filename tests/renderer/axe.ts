import axe from 'axe-core'

/** Contrast has a test of its own: jsdom draws nothing. */
const RULES = { rules: { 'color-contrast': { enabled: false } } }

/** What stands in somebody's way on the page as it is now, or in a part of a page that is long. */
export const violations = async (part: Element = document.body): Promise<string[]> =>
  (await axe.run(part, RULES)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
