import { fold } from '../../lib/fold.ts'
import { COMMON, line, MANY, NEARLY, type AlikeLine, type SharedBy } from './alike-line.ts'
import { isColleague } from './alike-company.ts'
import { isTelling, keptMeeting, type Look } from './look.ts'
import { isNear } from './near.ts'
import { squeeze } from './sound.ts'

const POSTAL_CODE = 14
const CITY = 8
const OTHER_PLACE = -4
const KEPT = 15
/** A house number and the like, beside a street that is the same. */
const SHORT = 4
/** A date of birth or another long number says more than a street. */
const LONG_NUMBER = 2
const OTHER_KEPT = -2
/** Kept columns together. */
const MOST_KEPT = 65

/** Colleagues share an address: where they work says little of who they are. */
const worthOf = (a: Look, b: Look): number => (isColleague(a, b) ? COMMON : 1)

/** What countries, provinces and cities say. */
export function placeLines(a: Look, b: Look): AlikeLine[] {
  const worth = worthOf(a, b)
  const compare = (of: 'postal_code' | 'city', points: number, x: string | null, y: string | null) => {
    if (x === null || y === null) return []
    const how = howAlike(x, y)
    return [line(of, how, worth * { same: points, near: points * NEARLY, other: OTHER_PLACE }[how], x, y)]
  }
  return [
    ...compare('postal_code', POSTAL_CODE, a.postalCode, b.postalCode),
    ...compare('city', CITY, a.city, b.city),
  ]
}

function howAlike(a: string, b: string): AlikeLine['how'] {
  const [x, y] = [squeeze(a), squeeze(b)]
  return x === y ? 'same' : isNear(x, y) ? 'near' : 'other'
}

/** Cells of columns that were kept as they came: under the same header, or the same text under another. */
export function keptLines(a: Look, b: Look, sharedBy: SharedBy): AlikeLine[] {
  const theirs = Object.entries(b.extra).filter(([, cell]) => isTelling(cell))
  const worth = worthOf(a, b)
  let left = MOST_KEPT
  const lines = Object.entries(a.extra).flatMap(([header, mine]): AlikeLine[] => {
    if (!isTelling(mine)) return []
    const same = theirs.find(([, cell]) => squeeze(cell) === squeeze(mine))
    const other = same?.[1] ?? b.extra[header]
    if (other === undefined || !isTelling(other)) return []
    const how = howAlike(mine, other)
    const points =
      how === 'other' ? OTHER_KEPT : Math.min(left, worth * worthOfCell(header, mine, how, sharedBy))
    left -= Math.max(0, points)
    return [line('kept', how, points, mine, other, header)]
  })
  const isThere = lines.some(({ points }) => points >= SHORT)
  return isThere ? [...lines, ...shortLines(a, b, worth)] : lines
}

const shortLines = (a: Look, b: Look, worth: number): AlikeLine[] =>
  Object.entries(a.extra).flatMap(([header, mine]) =>
    /^\d{1,4}\p{L}?$/u.test(mine) && b.extra[header] === mine
      ? [line('kept', 'same', SHORT * worth, mine, mine, header)]
      : [],
  )

function worthOfCell(header: string, cell: string, how: 'same' | 'near', sharedBy: SharedBy): number {
  const isCommon = sharedBy(keptMeeting(fold(header), cell)) >= MANY
  const told = isCommon ? COMMON : how === 'same' && /^\d{6,}$/.test(squeeze(cell)) ? LONG_NUMBER : 1
  return KEPT * told * (how === 'near' ? NEARLY : 1)
}
