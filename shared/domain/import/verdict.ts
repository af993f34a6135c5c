/** What becomes of a row, in the order they are tried: PRODUCT.md section 11. */
export const VERDICTS = [
  'error',
  'suppressed',
  'second_look',
  're_disqualified',
  'create',
  'update',
  'duplicate',
] as const
export type Verdict = (typeof VERDICTS)[number]
