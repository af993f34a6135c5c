import { companyKey, mayHaveForm } from '../company-key.ts'

/** Legal forms that are nobody's surname, whatever letters they are written in. */
const SURE = new Set(
  'sl,slu,sau,sll,slp,scoop,aie,ltd,plc,llp,llc,inc,corp,gmbh,ug,bv,spa,sas,sarl,eurl,lda,ltda,eireli,aps,sadecv,srldecv'.split(
    ',',
  ),
)
/** `S.A.`, `, SA`, `S.p.A.`, `Aceros Lima SA`: no Maria Sá, and no JOAO SA either. */
const WRITTEN = /(?:\b\p{L}\.\s?\p{L}\.?|,\s*\p{L}{2,4}\.?|\p{Ll}.*\s(?:SA|AG|KG|NV|OY|AB|AS|CB|SC))$/u
/** Where "SA" is the surname of many. */
const SURNAMED = new Set(['PT', 'BR'])

/** Is what stands where a name should be the name of a company? `country` (ISO): where the row or its list is. */
export function isCompanyName(name: string, country: string): boolean {
  const form = mayHaveForm(name) ? companyKey(name).form : null
  if (form === null) return false
  return (
    SURE.has(form) ||
    WRITTEN.test(name.trim()) ||
    (form === 'sa' && /\sSA$/.test(name) && !SURNAMED.has(country))
  )
}

/** `Ana Roa (Roa SL)`, `Ana Roa - Gil SA`: who, and where they work. Null where the second is no company. */
export function namedAt(text: string, country: string): { name: string; company: string } | null {
  if (!text.includes('(') && !text.includes(' -') && !text.includes(' –')) return null
  const [, name, company] = /^(.+?)(?:\s*\(|\s+[-–]\s+)(.+?)\)?$/.exec(text) ?? []
  return name && company && isCompanyName(company, country) ? { name, company } : null
}
