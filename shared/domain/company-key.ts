import { fold } from '../lib/fold.ts'

/** Legal forms, by the letters that are left of them. */
const FORMS = new Map(
  (
    'sl:sl,srl,s l,sociedad limitada|slu:slu,sociedad limitada unipersonal|sa:sa,sociedad anonima|sau:sau|sll:sll|slp:slp|scoop:scoop,s coop,sociedad cooperativa,coop|cb:cb|sc:sc|aie:aie|' +
    'ltd:ltd,limited|plc:plc|llp:llp|llc:llc|inc:inc,incorporated|corp:corp,corporation|co:co,company|gmbh:gmbh,ggmbh,gmbh co kg|ag:ag|kg:kg|ug:ug|bv:bv|nv:nv|spa:spa|sas:sas|sarl:sarl|eurl:eurl|lda:lda|ltda:ltda|eireli:eireli|oy:oy|ab:ab|as:as|aps:aps|sadecv:sa de cv,sapi de cv|srldecv:s de rl de cv'
  )
    .split('|')
    .flatMap((entry) => {
      const [form = '', names = ''] = entry.split(':')
      return names.split(',').map((name) => [name, form] as const)
    }),
)
const LONGEST_FORM = 5
const LAST_WORDS: ReadonlySet<string> = new Set(
  [...FORMS.keys()].map((form) => form.slice(form.lastIndexOf(' ') + 1)),
)

/** False = no legal form stands at its end: most names of people, for next to nothing. `S. L.` ends in a letter. */
export function mayHaveForm(name: string): boolean {
  const from = Math.max(name.lastIndexOf(' '), name.lastIndexOf(',')) + 1
  if (name.length - from > LONGEST_LAST) return false
  const last = name.slice(from).replaceAll('.', '')
  return last.length < 2 ? name.endsWith('.') : LAST_WORDS.has(last.toLowerCase())
}
/** Letters of "incorporated" and a full stop. */
const LONGEST_LAST = 13

type CompanyKey = Readonly<{ key: string; form: string | null }>

/**
 * What a company is found by: `key` without case, accents, signs and legal form. Two companies of one key but unlike
 * `form`s (SL, SA) are two; null where none is written.
 */
export function companyKey(name: string): CompanyKey {
  let found = kept.get(name)
  if (found) return found
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(name, (found = keyOf(name)))
  return found
}

/** Colleagues come one after the other, and a key is asked for at every one of them. */
const kept = new Map<string, CompanyKey>()
const MOST_KEPT = 10_000

function keyOf(name: string): CompanyKey {
  const words = fold(name)
    .replace(/\b(\p{L})\.\s?(?=\p{L}\b)/gu, '$1')
    .replace(/&/g, ' y ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
  for (let length = Math.min(LONGEST_FORM, words.length - 1); length > 0; length--) {
    const form = FORMS.get(words.slice(-length).join(' '))
    if (form) return { key: words.slice(0, -length).join(' '), form }
  }
  return { key: words.join(' ') || fold(name), form: null }
}

/** The same company, as far as names tell. */
export const isSameCompany = (a: CompanyKey, b: CompanyKey): boolean =>
  a.key === b.key && (a.form === null || b.form === null || a.form === b.form)
