import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, it } from 'vitest'

import { mayBeMisread, unmojibaked } from '#shared/domain/import/mojibake'

it.each([
  ['GarcÃ­a', 'García'],
  ['MarÃ\u00ada JosÃ© PeÃ±a', 'María José Peña'],
  ['â€œForjasâ€\u009d NÂº 3', '“Forjas” Nº 3'],
])('%s was %s', (read, meant) => expect(unmojibaked(read)).toBe(meant))

it.each(['García', 'SÃO PAULO', '“IRMÃ”', 'Müller & Söhne', 'Łódź', '25 Â', 'Ã', '', '北京'])(
  '%s stays as it is',
  (cell) => expect(unmojibaked(cell)).toBeNull(),
)

it('whatever Western text was read in the wrong encoding comes back', () => {
  const letters = fc.constantFrom(...'áéíóúüñçÁÉÍÓÚÑàèßöäº€“”–'.split(''))
  const text = fc.array(fc.oneof(letters, fc.constantFrom('a', ' ', 'n')), { minLength: 1 })
  fc.assert(
    fc.property(text, letters, (parts, letter) => {
      const meant = [...parts, letter].join('')
      // Five bytes have no letter in Windows-1252: what is read of them hangs on who read it.
      const bytes = iconv.encode(meant, 'utf-8')
      const read = new TextDecoder('windows-1252').decode(bytes)
      expect(unmojibaked(read)).toBe(meant)
    }),
  )
})

it('a text in which no letter is suspect has no part that was read wrongly', () => {
  const letters = fc.constantFrom(...'aéÉñ –“ÂÃÄÅâ€\u0081\u009d\u00a0'.split(''))
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 8 }), fc.nat({ max: 8 }), (text, at) => {
      if (mayBeMisread(text)) return
      for (const part of [text, text.slice(at), text.slice(0, at)]) expect(unmojibaked(part)).toBeNull()
      expect(text).not.toMatch(/[\x81\x9d]/)
    }),
  )
})
