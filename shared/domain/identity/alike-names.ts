import { memo } from '../../lib/memo.ts'
import { isSameName, nameKey as keyOfName } from '../name.ts'
import { line, MANY, NEARLY, type AlikeLine, type SharedBy } from './alike-line.ts'
import { nameMeeting, type Look } from './look.ts'
import { isNear } from './near.ts'
import { sound, squeeze } from './sound.ts'

const nameKey = memo(keyOfName)

/** What a name is worth when it is the same, and what its parts are worth when they are not. */
const SAME = 42
const IN_PART = 36
/** Many are called so. */
const NAMESAKES = 0.5
const PART = { given: 20, family: 25, crossed: 22.5 } as const
const INITIAL = 0.5
const OTHER = -0.75

/** What two names say for and against one person, each line with its points. */
export function nameLines(a: Look, b: Look, sharedBy: SharedBy): AlikeLine[] {
  if (!a.name || !b.name) return []
  if (nameKey(a.name) === nameKey(b.name)) {
    const worth = sharedBy(nameMeeting(a.name)) >= MANY ? NAMESAKES : 1
    return [line('name', 'same', SAME * worth, a.name, b.name)]
  }
  const points = isSameName(a.name, b.name) ? IN_PART : byParts(a, b)
  return [line('name', points > 0 ? 'near' : 'other', points, a.name, b.name)]
}

type Named = Pick<Look, 'name' | 'givenName' | 'familyName'>

/** Given and family names are tried crossed as well, and as one word. */
function byParts(a: Named, b: Named): number {
  const straight = part('given', a.givenName, b.givenName) + part('family', a.familyName, b.familyName)
  const crossed = part('crossed', a.givenName, b.familyName) + part('crossed', a.familyName, b.givenName)
  const whole = isNear(squeeze(a.name), squeeze(b.name)) ? IN_PART : Number.NEGATIVE_INFINITY
  return Math.max(straight, crossed, whole)
}

/** Nothing where one side says nothing. */
function part(which: keyof typeof PART, a: string | null, b: string | null): number {
  if (!a || !b) return 0
  const [x, y] = [squeeze(a), squeeze(b)]
  const worth = PART[which]
  const shorter = Math.min(x.length, y.length)
  if (x === y) return worth
  if (isNear(x, y) || sound(a) === sound(b)) return worth * NEARLY
  if (shorter === 1) return worth * (x.charAt(0) === y.charAt(0) ? INITIAL : OTHER)
  // "Mari" and "María José": one begins the other.
  if (shorter >= 3 && (x.startsWith(y) || y.startsWith(x))) return worth * NEARLY
  return worth * OTHER
}
