import { describe, expect, it } from 'vitest'

import { readPhone } from '#shared/domain/read-phone'

describe('a number as somebody says it', () => {
  it.each([
    ['976 55 12 12', '+34976551212', 'fixed', null],
    ['600-111-222', '+34600111222', 'mobile', null],
    ['+44 20 7946 0958', '+442079460958', 'fixed', null],
    ['0034 600 111 222', '+34600111222', 'mobile', null],
    ['976551212 ext. 14', '+34976551212', 'fixed', '14'],
    ['９７６ ５５ １２ １２', '+34976551212', 'fixed', null],
  ])('%s', (text, e164, type, extension) => expect(readPhone(text, 'ES')).toEqual({ e164, type, extension }))

  it.each(['', '123', '1-800-FLOWERS', 'call me', '976 55 12', '+34 976 55 12 12 99'])('none: %s', (text) =>
    expect(readPhone(text, 'ES')).toBeNull(),
  )

  it('without a country only with its own', () => {
    expect(readPhone('976 55 12 12', 'XX')).toBeNull()
    expect(readPhone('+34 976 55 12 12', 'XX')?.e164).toBe('+34976551212')
  })
})
