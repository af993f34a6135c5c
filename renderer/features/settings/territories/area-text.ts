import type { Input } from '#shared/contract/api'
import { AREA_FIELDS, type AreaField } from '#shared/domain/territory'
import { recordOf } from '#shared/lib/table'

export type Areas = Input<'territories.save'>['areas']

/** An area while it is drawn: what was picked, by field. */
export type AreaDraft = { id: number; fields: Readonly<Record<AreaField, readonly string[]>> }
export const NOTHING = recordOf(AREA_FIELDS, (): readonly string[] => [])

export const draftsOf = (areas: Areas): AreaDraft[] =>
  areas.map((area, id) => ({ id, fields: { ...NOTHING, ...area } }))

/** As they are saved: without fields, and areas, that ask nothing. */
export const areasOf = (drafts: readonly AreaDraft[]): Areas =>
  drafts
    .map(({ fields }) => {
      const asked = AREA_FIELDS.flatMap((field) =>
        fields[field].length > 0 ? [[field, [...fields[field]]] as const] : [],
      )
      return Object.fromEntries(asked)
    })
    .filter((area) => Object.keys(area).length > 0)

/** Beginnings of postcodes, with commas or spaces between. */
export const codesIn = (text: string): string[] => [
  ...new Set(text.split(/[,;\s]+/).flatMap((code) => code.toUpperCase() || [])),
]
