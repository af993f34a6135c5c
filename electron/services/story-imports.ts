import type { StoryItem } from '#shared/contract/story'
import { FIELDS, type Field } from '#shared/domain/import/field'
import { SAID } from '#shared/domain/import/forget'
import type { Changes, Value } from '#electron/db/import-changes'
import type { Db } from '#electron/db/open'
import type { Asked } from '#electron/db/story'
import {
  companyGiven,
  historiesTouching,
  importsTouching,
  phoneGiven,
  signalGiven,
  wishesTouching,
  type Touch,
} from '#electron/db/story-import'

type Change = StoryItem['changes'][number]
type Touched = Pick<StoryItem, 'id' | 'at' | 'by' | 'text' | 'reason' | 'changes'>

/** Columns that people know by a name; the others follow from them. */
const FIELD_OF: Readonly<Record<string, Field>> = {
  'persons.name': 'fullName',
  'persons.title': 'title',
  'persons.city': 'city',
  'persons.province': 'province',
  'persons.postal_code': 'postalCode',
  'persons.country': 'country',
  'persons.language': 'language',
  'companies.name': 'company',
  'companies.industry': 'industry',
  'companies.employees': 'employees',
  'companies.domain': 'website',
  'leads.source': 'source',
  'leads.campaign': 'campaign',
}

/**
 * The imports that changed a lead that was there, each once, with what it changed, and those that brought calls or results
 * of elsewhere (PRODUCT.md section 11).
 */
export function importsOf(db: Db, asked: Asked): Touched[] {
  const found = new Map<string, Touched>()
  for (const touch of [...importsTouching(db, asked), ...wishesTouching(db, asked)]) {
    const { importId } = touch
    const told = found.get(importId) ?? { ...toldOf(touch), id: `${importId} changes` }
    told.changes.push(...changesOf(db, touch))
    found.set(importId, told)
  }
  // What only follows from other values says nothing by itself.
  const changed = [...found.values()].filter(({ changes }) => changes.length > 0)
  return [...changed, ...historiesTouching(db, asked).map((file) => ({ ...toldOf(file), reason: 'calls' }))]
}

const toldOf = ({ importId: id, at, by, fileName: text }: Omit<Touch, 'entity' | 'before'>): Touched => ({
  id,
  at,
  by,
  text,
  reason: null,
  changes: [],
})

function changesOf(db: Db, { entity, before }: Touch): Change[] {
  const given = JSON.parse(before) as Record<string, string> & Changes
  const got = (field: Field | undefined, after: string | null): Change[] =>
    field === undefined || after === null ? [] : [{ field, header: null, before: null, after }]
  if (entity === 'phones') return got('phone', phoneGiven(db, String(given['id'])))
  if (entity === 'emails') return got('email', String(given['email']))
  if (entity === 'bases')
    return [changed('basis', null, given['was'] as unknown as Value, String(given['is']))]
  if (entity === 'identities')
    return given['kind'] === 'external' ? got('externalId', String(given['key'])) : []
  if (entity === 'wish') return got(given['channel'] === 'mail' ? 'doNotEmail' : 'doNotCall', SAID)
  if (entity === 'signals') {
    const kind = signalGiven(db, String(given['id']))
    return got(
      FIELDS.find((field) => field === kind),
      SAID,
    )
  }
  return Object.entries(given as Changes).flatMap(([column, [was, is]]) => {
    if (column === 'extra') return extras(was, is)
    if (column === 'company_id')
      return [changed('company', null, nameOf(db, was), nameOf(db, is) ?? '')].filter(hasText)
    const field = FIELD_OF[`${entity}.${column}`]
    return field ? [changed(field, null, was, is)].filter(hasText) : []
  })
}

const nameOf = (db: Db, id: Value) => (id === null || id === SAID ? id : companyGiven(db, String(id)))
const hasText = ({ after }: Change) => after !== ''
const changed = (field: Field | null, header: string | null, was: Value, is: Value): Change => ({
  field,
  header,
  before: was === null || was === '' ? null : String(was),
  after: String(is ?? ''),
})

/** Columns that are kept beside the lead, by their header. */
function extras(was: Value, is: Value): Change[] {
  const [old, now] = [kept(was), kept(is)]
  return Object.entries(now)
    .filter(([header, cell]) => old[header] !== cell)
    .map(([header, cell]) => changed(null, header, old[header] ?? null, cell))
    .filter(hasText)
}
const kept = (json: Value) => (json === null ? {} : (JSON.parse(String(json)) as Record<string, string>))
