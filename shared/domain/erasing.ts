import { addMonths } from './calendar.ts'

/** In the place of the name of somebody who was erased. */
export const NOBODY = '—'

/** Years for which a country asks that what is erased be kept sealed (PRODUCT.md section 9). */
const SEALED_YEARS: Readonly<Record<string, number>> = { ES: 3 }
/** Months within which a wish to be erased is to be answered. */
const ANSWER_MONTHS = 1
const MONTHS_A_YEAR = 12

/** `YYYY-MM-DD`: the last day to answer whoever asked on a day. */
export const answerBy = (askedOn: string): string => addMonths(askedOn, ANSWER_MONTHS)

/** `YYYY-MM-DD`: when the sealed copy of somebody erased on a day is destroyed; null = their country asks for none. */
export function sealedUntil(country: string | null, day: string): string | null {
  const years = country === null ? undefined : SEALED_YEARS[country]
  return years === undefined ? null : addMonths(day, years * MONTHS_A_YEAR)
}
