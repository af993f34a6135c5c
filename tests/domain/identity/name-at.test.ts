import { describe, expect, it } from 'vitest'

import { hasOtherMailbox, nameAtKey } from '#shared/domain/identity/name-at'

const at = (name: string | null, company: string | null, more: { domain?: string; emails?: string[] } = {}) =>
  nameAtKey({ name, company, domain: more.domain ?? null, emails: more.emails ?? [] })

describe('a name at a company', () => {
  it('is one key however it is written', () => {
    const key = at('Ana García López', 'Forjas del Norte, S.L.')
    expect(key).toBe(at('GARCÍA LÓPEZ, ANA', 'FORJAS DEL NORTE SL'))
    expect(key).toBe(at('ana garcia lopez', 'Forjas del Norte'))
    expect(key).not.toBe(at('Ana García', 'Forjas del Norte'))
    expect(key).not.toBe(at('Ana García López', 'Forjas del Sur'))
  })

  it.each([
    ['Ana', 'Forjas'],
    ['A. García', 'Forjas'],
    [null, 'Forjas'],
    ['Ana García', null],
    ['Ana García', 'Autónomo'],
    ['Ana García', 'N/A'],
    ['Ana García', '—'],
  ])('%s at %s says too little', (name, company) => expect(at(name, company)).toBeNull())

  it('stands at a host of its own when no company is named, never at a mail house', () => {
    const key = at('Ana García', null, { emails: ['ana@forjas.example'] })
    expect(key).toBe(at('García, Ana', null, { domain: 'www.forjas.example' }))
    expect(at('Ana García', null, { emails: ['ana@gmail.com'] })).toBeNull()
    expect(at('Ana García', null, { domain: 'gmail.com', emails: ['ana@forjas.example'] })).toBe(key)
  })
})

describe('two mailboxes', () => {
  it.each([
    [['ana@forjas.es'], ['luis@forjas.es'], true],
    [['ana@forjas.es'], ['ANA@forjas.es'], false],
    [['ana@forjas.es'], ['ana@gmail.com'], false],
    [['ana@gmail.com'], ['luis@gmail.com'], false],
    [['info@forjas.es'], ['luis@forjas.es'], false],
    [[], ['luis@forjas.es'], false],
  ])('%s and %s at one host are two people: %s', (mine, theirs, other) =>
    expect(hasOtherMailbox(mine, theirs)).toBe(other),
  )
})
