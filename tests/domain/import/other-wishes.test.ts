import { describe, expect, it } from 'vitest'

import { wishColumnOf } from '#shared/domain/import/synonyms'
import { isCallWish, saysCallWish, wishAsked, wishOf } from '#shared/domain/import/wish'

/** Wishes as lists of vendors, brokers and dialers say them. */
describe('who must not be called', () => {
  it.each([
    ['TPS Registered', 'yes'],
    ['On CTPS', 'yes'],
    ['FED_DNC', 'yes'],
    ['State DNC', 'yes'],
    ['Inscrit Bloctel', 'yes'],
    ['Inscrito en Lista Robinson', 'yes'],
    ['Contactar por teléfono (S/N)', 'no'],
    ['Contact by phone', 'no'],
    ['Contatto via telefono', 'no'],
  ])('%s', (header, wishIs) => expect(wishAsked(header)).toEqual({ field: 'doNotCall', wishIs }))
  it('the channel that is named is the one', () => {
    expect(wishAsked('Contactar por email (S/N)')).toEqual({ field: 'doNotEmail', wishIs: 'no' })
    // A day on which a register was asked is no answer of it.
    expect(wishAsked('CTPS Checked')).toBeNull()
  })
  it.each([
    'NO VOLVER A LLAMAR, muy enfadado',
    'Muy enfadado. No llamar más.',
    'No llamar: ya tiene proveedor y dice que se lo dijo a otro compañero la semana pasada',
    'Do not call - asked to be removed',
    'pide baja; no contactar',
    'cliente (no llamar)',
  ])('%s', (cell) => {
    expect(saysCallWish(cell)).toBe(true)
    expect(wishOf(cell, 'words')).toBe(true)
  })
  it.each([
    'no llamar antes de las 10, mejor tarde',
    'no contesta, llamar luego',
    'llamar el lunes, no el martes',
    'reunido. volver a llamar',
    'no le interesa, volver a llamar en 2027',
    'ocupado, no llamar hasta enero',
  ])('%s is none', (cell) => expect(saysCallWish(cell)).toBe(false))
  it('a header with a reason behind it asks nothing', () =>
    expect(isCallWish('No llamar: motivo')).toBe(false))
  it.each([
    ['-1', true],
    ['Registered', true],
    ['Not registered', false],
    ['Clear', false],
  ])('%s in a column of wishes', (cell, is) => expect(wishOf(cell, 'yes')).toBe(is))
  it('of a number, however the two columns call it', () => {
    const header = [
      'Direct Phone Number',
      'Direct Phone DNC',
      'Mobile phone',
      'Mobile Phone DNC',
      'Phone',
      'DNC HQ',
    ]
    expect(header.map((name) => wishColumnOf(name, header) ?? -1)).toEqual([1, -1, 3, -1, -1, -1])
    expect(wishColumnOf('HQ Phone', header)).toBe(5)
    // One that names no number is the person's.
    expect(wishColumnOf('Phone', ['Phone', 'DNC'])).toBeUndefined()
  })
})
