import { companyKey } from '../company-key.ts'
import type { Alike } from './alike-line.ts'
import { companiesAlike } from './alike-company.ts'
import { line } from './alike-line.ts'
import { ownHost } from './name-at.ts'
import { sound, squeeze } from './sound.ts'

/** A company as it is compared with others. */
export type CompanyLook = { id: string; name: string; domain: string | null; city: string | null }

const hostOf = ({ domain }: CompanyLook) => ownHost(domain, [])

/** Where two companies that might be one meet. */
export function companyMeetings(look: CompanyLook): string[] {
  const { key } = companyKey(look.name)
  const squeezed = squeeze(key)
  const host = hostOf(look)
  return [
    ...(squeezed.length > 1 ? [`s ${squeezed}`] : []),
    ...(squeezed.length >= SHORTEST ? [`k ${sound(key)}`] : []),
    ...(host === null ? [] : [`d ${host}`]),
  ]
}
const SHORTEST = 6

/** The letters are the same, only spaces, signs or the legal form are not. */
const SAME_LETTERS = 50
/** Another legal form is another company, as a rule: only something else in common makes them worth a look. */
const OTHER_FORM = 35
const SLIP = 46
/** In a short name a letter more or less is another name. */
const SHORT_SLIP = 38
const LONG = 10
const OTHER = -10
const DOMAIN = 30
const OTHER_DOMAIN = -15

/** How alike two companies are; null when their names are not. A branch with another number is another branch. */
export function companyAlike(a: CompanyLook, b: CompanyLook): Alike | null {
  const how = companiesAlike(a.name, b.name)
  const [x, y] = [squeeze(companyKey(a.name).key), squeeze(companyKey(b.name).key)]
  const isNumbered = x.replace(/\D/g, '') !== y.replace(/\D/g, '')
  if (how === 'other' || isNumbered) return null
  const letters =
    x !== y
      ? Math.min(x.length, y.length) >= LONG
        ? SLIP
        : SHORT_SLIP
      : isOtherForm(a.name, b.name)
        ? OTHER_FORM
        : SAME_LETTERS
  const lines = [line('company', how, letters, a.name, b.name)]
  const [mine, other] = [hostOf(a), hostOf(b)]
  if (mine !== null && other !== null)
    lines.push(
      line('domain', mine === other ? 'same' : 'other', mine === other ? DOMAIN : OTHER_DOMAIN, mine, other),
    )
  if (a.city !== null && b.city !== null && squeeze(a.city) !== squeeze(b.city))
    lines.push(line('city', 'other', OTHER, a.city, b.city))
  return { points: lines.reduce((sum, { points }) => sum + points, 0), lines }
}

/** SL and SLU are one: a company of a single owner. */
function isOtherForm(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => companyKey(name).form?.replace(/^(s[al])u$/, '$1') ?? null)
  return x !== null && y !== null && x !== y
}
