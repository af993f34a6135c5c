/** First letters of the months' names in English, Spanish and Portuguese, as spreadsheets shorten them. */
const MONTH =
  '(?:jan|ene|feb|fev|mar|apr|abr|may|mai|jun|jul|aug|ago|sept?|set|oct|out|nov|dec|dic|dez)[a-z]{0,6}\\.?'
const DAY_AND_MONTH = new RegExp(`^(?:\\d{1,2}[-/. ]${MONTH}|${MONTH}[-/. ]\\d{1,2})$`, 'i')
const DAY = /^\d{4}-\d{2}-\d{2}$/
const NUMBER_OR_RANGE = /^[<>~+]?\s*\d[\d.,]*\s*(?:\+|(?:-|–|to|a)\s*\d[\d.,]*\+?)?$/

/** `01-May`, or the day that a workbook keeps of it. */
export const isMonthForNumber = (cell: string): boolean => DAY_AND_MONTH.test(cell) || DAY.test(cell)
export const isNumberOrRange = (cell: string): boolean => NUMBER_OR_RANGE.test(cell) && !DAY.test(cell)

/**
 * A spreadsheet turned "1-5" into 1 May: a few days and months stand in a column of numbers and ranges. What they were
 * cannot be told any more. Counts of its cells that are not empty.
 */
export const areMonthsForNumbers = (of: { all: number; months: number; numbers: number }): boolean =>
  of.months > 0 && of.numbers >= 2 && of.numbers >= (of.all - of.months) * 0.8 && of.numbers * 2 >= of.months
