import type { Input, Output } from '#shared/contract/api'
import { AREA_FIELDS, type AreaField } from '#shared/domain/territory'

export type Areas = Input<'territories.save'>['areas']
type Area = Areas[number]
type Lists = Output<'app.state'>['lists']

/** An area as it is typed: values with commas between, lists by their names. */
export type AreaText = { id: number; fields: Readonly<Record<AreaField, string>> }
export const NOTHING = Object.fromEntries(AREA_FIELDS.map((field) => [field, ''])) as AreaText['fields']

export type Wrong = { field: AreaField; value: string }

/** Codes as they are written everywhere, whatever the case they were typed in. */
const ISO: Readonly<Partial<Record<AreaField, RegExp>>> = {
  countries: /^[A-Z]{2}$/,
  regions: /^[A-Z]{2}-[A-Z0-9]{1,3}$/,
}

export const textsOf = (areas: Areas, lists: Lists): AreaText[] =>
  areas.map((area, id) => ({
    id,
    fields: {
      ...NOTHING,
      ...Object.fromEntries(
        AREA_FIELDS.map((field) => [
          field,
          (area[field] ?? []).map((value) => (field === 'lists' ? nameOf(value, lists) : value)).join(', '),
        ]),
      ),
    },
  }))

const nameOf = (id: string, lists: Lists) => lists.find((list) => list.id === id)?.name ?? id

/** What was typed, as it is saved; what cannot be read of it first. */
export function areaOf({ fields }: AreaText, lists: Lists): { area: Area; wrong: Wrong[] } {
  const wrong: Wrong[] = []
  const valueOf = (field: AreaField, text: string): string[] => {
    if (field === 'lists') {
      const list = lists.find(({ name }) => name.toLowerCase() === text.toLowerCase())
      if (!list) wrong.push({ field, value: text })
      return list ? [list.id] : []
    }
    const shape = ISO[field]
    const value = shape ? text.toUpperCase() : text
    if (shape && !shape.test(value)) wrong.push({ field, value: text })
    return [value]
  }
  const entries = AREA_FIELDS.map((field) => {
    const values = fields[field].split(',').flatMap((text) => text.trim() || [])
    return [field, values.flatMap((text) => valueOf(field, text))] as const
  })
  return { area: Object.fromEntries(entries.filter(([, values]) => values.length > 0)), wrong }
}
