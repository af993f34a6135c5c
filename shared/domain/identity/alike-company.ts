import { companyKey } from '../company-key.ts'
import { line, NEARLY, type AlikeLine } from './alike-line.ts'
import type { Look } from './look.ts'
import { ownHost } from './name-at.ts'
import { isNear } from './near.ts'
import { squeeze } from './sound.ts'

const COMPANY = 15
const OTHER = -10
const DOMAIN = 12

/** What their employers say for and against one person. */
export function companyLines(a: Look, b: Look): AlikeLine[] {
  const [host, other] = [ownHost(a.domain, a.emails), ownHost(b.domain, b.emails)]
  const found = host !== null && host === other ? [line('domain', 'same', DOMAIN, host, host)] : []
  if (a.company === null || b.company === null) return found
  const how = companiesAlike(a.company, b.company)
  const points = { same: COMPANY, near: COMPANY * NEARLY, other: OTHER }[how]
  return [...found, line('company', how, points, a.company, b.company)]
}

/**
 * Two names of companies. A legal form alone never makes two of one, nor one of two: "Forjas SL" and "Forjas SA" are
 * near, as "GTX Pro" and "GTXPro" are.
 */
export function companiesAlike(a: string, b: string): AlikeLine['how'] {
  const [x, y] = [companyKey(a), companyKey(b)]
  if (x.key === y.key) return x.form === y.form || x.form === null || y.form === null ? 'same' : 'near'
  const [p, q] = [squeeze(x.key), squeeze(y.key)]
  return p === q || (Math.min(p.length, q.length) >= SHORTEST && isNear(p, q)) ? 'near' : 'other'
}
const SHORTEST = 6

export const isColleague = (a: Look, b: Look): boolean =>
  a.company !== null && b.company !== null && companiesAlike(a.company, b.company) !== 'other'
