import fc from 'fast-check'
import { expect, it } from 'vitest'

import { forgotten, SAID } from '#shared/domain/import/forget'
import { jobChangesOf } from '#shared/domain/job'

/** Marked, so that what is left of it is seen anywhere. */
const secret = fc.string({ minLength: 1, maxLength: 6 }).map((text) => `§${text}`)
const value = fc.oneof(secret, fc.constant(null), fc.integer())
const columns = fc.dictionary(
  fc.constantFrom('title', 'company_id', 'city', 'as_of', 'source'),
  fc.tuple(value, value),
)
const cells = fc.option(
  fc.dictionary(fc.constantFrom('Color', 'Stand', '__proto__'), secret).map((each) => JSON.stringify(each)),
)
const changes = fc.oneof(
  fc.tuple(fc.constantFrom('persons', 'companies', 'leads'), columns),
  fc.tuple(fc.constant('leads'), fc.record({ extra: fc.tuple(cells, cells) })),
  fc.tuple(fc.constant('emails'), fc.record({ email: secret })),
  fc.tuple(fc.constant('identities'), fc.record({ kind: fc.constantFrom('email', 'external'), key: secret })),
  fc.tuple(fc.constant('bases'), fc.record({ was: fc.option(secret), is: secret })),
)

it('nothing that stood there is left of a change, all that it was is, and once is enough', () => {
  fc.assert(
    fc.property(changes, ([entity, before]) => {
      const left = forgotten(entity, before) as object
      expect(JSON.stringify(left)).not.toContain('§')
      expect(Object.keys(left).toSorted()).toEqual(Object.keys(before).toSorted())
      expect(forgotten(entity, left)).toEqual(left)
    }),
  )
})

it('ids of what was added stay, and a kept column goes by its header where it changed', () => {
  expect(forgotten('phones', { id: 'p1' })).toEqual({ id: 'p1' })
  expect(forgotten('leads', { extra: ['{"A":"1","B":"2"}', '{"A":"1","B":"3","C":"4"}'] })).toEqual({
    extra: [null, `{"B":"${SAID}","C":"${SAID}"}`],
  })
})

it.each([
  ['title', 'Gerente', 'Directora', 1],
  ['title', 'Gerente', 'GERENTE', 0],
  ['title', null, 'Directora', 0],
  ['company', '0199-a', '0199-b', 1],
] as const)('of a %s, from %s to %s, it is as much another job as before', (field, was, is, times) => {
  const [before, after] = (
    forgotten('persons', { [field]: [was, is] }) as Record<string, [string | null, string]>
  )[field] ?? [null, '']
  const edit = { id: '1', at: 7, refersTo: null, field }
  expect(jobChangesOf([{ ...edit, before: was, after: is }])).toHaveLength(times)
  expect(jobChangesOf([{ ...edit, before, after }])).toHaveLength(times)
})
