import * as fc from 'fast-check'
import { z } from 'zod'

import { api, type Method } from '#shared/contract/api'
import { NOW } from './test-app.ts'

/** What of JSON schema the contract's inputs come to. */
type Schema = {
  type?: string | readonly string[]
  const?: unknown
  enum?: readonly unknown[]
  format?: string
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  allOf?: readonly Schema[]
  $ref?: string
  $defs?: Readonly<Record<string, Schema>>
  items?: Schema | false
  prefixItems?: readonly Schema[]
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
}

/** Stands for an id until it is asked with: which one hangs on what is there then. */
export type Wanted = { readonly wanted: string; readonly n: number }
const isWanted = (value: unknown): value is Wanted =>
  typeof value === 'object' && value !== null && 'wanted' in value

const NUMBERS = [0, 1, 2, 5, 20, 50, 100, 75_00, 100_00, NOW, NOW + 86_400_000, NOW + 8 * 86_400_000]
/** Words that mean something where they stand. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  criterion: ['need', 'authority', 'budget', 'timeline'],
  grade: ['must_have', 'decides', 'will_buy', 'now'],
  framework: ['bant', 'meddic'],
  currency: ['EUR'],
}
const TEXTS = ['sql', 'their word', 'timing', 'need', 'must_have', 'decides', 'stage', 'x', ''] as const

/** Of one type to the compiler, which would else compare every request's. */
const inputs: Readonly<Record<string, { input: z.ZodType }>> = api

/** A request's input as JSON schema. */
export const schemaOf = (method: Method): Schema =>
  z.toJSONSchema(inputs[method]?.input ?? z.never(), { io: 'input', unrepresentable: 'any' }) as Schema

/** Inputs that a request's own schema lets through, so that a new one is asked without anybody writing how. */
export const anyInput = (method: Method): fc.Arbitrary<unknown> => {
  const schema = schemaOf(method)
  return valueOf(schema, '', schema.$defs ?? {})
}

function valueOf(
  schema: Schema,
  name: string,
  defs: Readonly<Record<string, Schema>>,
): fc.Arbitrary<unknown> {
  const of = (part: Schema, as = name) => valueOf(part, as, defs)
  if (schema.$ref) return of(defs[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return oneOf(schema.enum)
  const either =
    schema.anyOf ??
    schema.oneOf ??
    (Array.isArray(schema.type) ? schema.type.map((type: string) => ({ ...schema, type })) : undefined)
  if (either) return fc.oneof(...either.map((part) => of(part)))
  if (schema.allOf)
    return fc
      .tuple(...schema.allOf.map((part) => of(part)))
      .map((parts) => Object.assign({}, ...parts) as unknown)
  if (schema.type === 'null') return fc.constant(null)
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer' || schema.type === 'number') return numberIn(schema)
  if (schema.type === 'string') return textIn(schema, name)
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((part) => of(part)))
  if (schema.type === 'array')
    return fc.array(of(schema.items || {}), {
      minLength: schema.minItems ?? 0,
      maxLength: Math.max(2, schema.minItems ?? 0),
    })
  const { properties = {}, required = [] } = schema
  return fc.record(
    Object.fromEntries(Object.entries(properties).map(([key, part]) => [key, of(part, key)])),
    { requiredKeys: required.filter((key) => key in properties) as never[] },
  )
}

/** What a law most wants to see tried comes as often as all the rest. */
const SOUGHT: readonly unknown[] = ['sql', 'qualified']
function oneOf(values: readonly unknown[]): fc.Arbitrary<unknown> {
  const sought = values.filter((value) => SOUGHT.includes(value))
  return sought.length === 0
    ? fc.constantFrom(...values)
    : fc.oneof(fc.constantFrom(...sought), fc.constantFrom(...values))
}

function numberIn({ minimum = -Infinity, maximum = Infinity }: Schema): fc.Arbitrary<number> {
  const fit = NUMBERS.filter((each) => each >= minimum && each <= maximum)
  return fc.constantFrom(...(fit.length > 0 ? fit : [minimum]))
}

function textIn({ format, minLength = 0, maxLength = 1000 }: Schema, name: string): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.nat(5).map((n): Wanted => ({ wanted: name, n }))
  if (format === 'date') return fc.constantFrom('2026-03-01', '2026-03-10', '2026-03-20')
  const named = NAMED[name]
  if (named) return fc.constantFrom(...named)
  if (minLength === 2 && maxLength === 2) return fc.constant('ES')
  if (minLength === 3 && maxLength === 3) return fc.constant('EUR')
  return fc.constantFrom(...TEXTS.filter((text) => text.length >= minLength && text.length <= maxLength))
}

/** The same with ids in the place of what stands for them. */
export function withIds(value: unknown, idOf: (wanted: Wanted) => string): unknown {
  if (isWanted(value)) return idOf(value)
  if (Array.isArray(value)) return value.map((each) => withIds(each, idOf))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withIds(each, idOf)]))
}
