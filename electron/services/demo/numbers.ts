import type { Town } from './market.ts'

/** The nth number of a kind in a town, E.164. */
export type Numbers = { fixed: (town: Town, n: number) => string; mobile: (town: Town, n: number) => string }

/**
 * Numbers that ring nowhere. Ofcom keeps 020 7946 0xxx and 0113, 0121, 0141, 0161 496 0xxx for drama, and the North
 * American plan keeps 555-0100 to 555-0199 for fiction. Spain keeps none: these have the form of Spanish numbers, but
 * stand in blocks of zeros of ranges that no operator is known to use.
 */
export const FICTION: Numbers = {
  fixed: ({ country, area }, n) => {
    if (country === 'US') return `+1${area}55501${pad(n % 100, 2)}`
    if (country === 'ES') return `+34${area}000${pad(n % 1000, 3)}`
    return area === '20' ? `+442079460${pad(n % 1000, 3)}` : `+44${area}4960${pad(n % 1000, 3)}`
  },
  // The British mobile numbers for drama are refused as no numbers, and American ones look like fixed lines.
  mobile: (town, n) => (town.country === 'ES' ? `+34749000${pad(n % 1000, 3)}` : FICTION.fixed(town, n + 1)),
}

const pad = (n: number, digits: number) => String(n).padStart(digits, '0')
