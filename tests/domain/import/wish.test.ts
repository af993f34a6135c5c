import { describe, expect, it } from 'vitest'

import { suggestColumns } from '#shared/domain/import/mapping'
import { isCallWish, saysCallWish, wishAsked, wishOf } from '#shared/domain/import/wish'

describe('a header asks who must not be called, and which answer is the wish', () => {
  it.each([
    ['No llamar', 'yes'],
    ['no_llamar', 'yes'],
    ['NO LLAMAR (S/N)', 'yes'],
    ['No volver a llamar', 'yes'],
    ['No quiere que le llamen', 'yes'],
    ['No permitir llamadas', 'yes'],
    ['Do not call', 'yes'],
    ["Don't call", 'yes'],
    ['Do Not Call: yes', 'yes'],
    ['DoNotPhone', null],
    ['Never contact', 'yes'],
    ['Não ligar', 'yes'],
    ['Não contatar', 'yes'],
    ['Lista Robinson', 'yes'],
    ['¿Llamar? NO', 'yes'],
    ['¿Llamar?', 'no'],
    ['Llamar', 'no'],
    ['¿Se le puede llamar?', 'no'],
    ['Permite llamadas', 'no'],
    ['Contactable', 'no'],
    ['Call?', 'no'],
    ['Can we call', 'no'],
    ['OK to call', 'no'],
    ['Allow phone calls', 'no'],
    ['Phone opt-in', 'no'],
    ['Pode ligar', 'no'],
    ['Non contattare', 'yes'],
    ['Non chiamare più', 'yes'],
    ['Ne plus appeler', 'yes'],
    ['Ne pas être démarché', 'yes'],
    ['Opposition au démarchage', 'yes'],
    ['Werbesperre', 'yes'],
    ['Bitte nicht mehr anrufen', 'yes'],
    ['Exclusión publicitaria', 'yes'],
    ['SN_ROBINSON', 'yes'],
    ['Niet bellen', 'yes'],
    ['Ne pas autoriser les appels téléphoniques', 'yes'],
    ['Telefonanrufe nicht zulassen', 'yes'],
    ['Non consentire telefonate', 'yes'],
    ['Não permitir chamadas telefônicas', 'yes'],
    ['Nie dzwonić', 'yes'],
    ['dnc_flag', 'yes'],
    ['Inscrito en lista Robinson', 'yes'],
    ['Phone consent', 'no'],
    ['I agree to be contacted by phone', 'no'],
    ['Autoriza contacto telefónico', 'no'],
    ['Acepto recibir llamadas', 'no'],
    ['Acepto que me llamen', 'no'],
    ['Acepto que me contacten por teléfono', 'no'],
    ['Consentimiento llamadas', 'no'],
    ['Consentement téléphonique', 'no'],
    ['Consenso telefonico', 'no'],
    ['Einwilligung Telefon', 'no'],
    // What was done, or how often, is no wish; nor is a time, and who wants a call asks for one.
    ['Contatto', null],
    ['Appel', null],
    ['Consentimiento', null],
    ['Anruf', null],
    ['Quiero que me llamen', null],
    ['Call', null],
    ['Llamadas', null],
    ['Llamado', null],
    ['Calls', null],
    ['Contact No', null],
    ['Phone', null],
    ['No llamar antes de', null],
    ['Do not call until', null],
    ['Motivo no llamar', null],
    ['Fecha de llamada', null],
  ])('%s: %s', (header, wishIs) => expect(wishAsked(header)?.wishIs ?? null).toBe(wishIs))

  it('the same is asked of e-mails', () => {
    expect(wishAsked('Acepta correos')).toEqual({ field: 'doNotEmail', wishIs: 'no' })
    expect(wishAsked('Newsletter opt-in')).toEqual({ field: 'doNotEmail', wishIs: 'no' })
    expect(wishAsked('Email consent')).toEqual({ field: 'doNotEmail', wishIs: 'no' })
    expect(wishAsked('Marketing emails opened')).toBeNull()
  })
})

describe('a cell', () => {
  it.each([
    ['Sí', 'yes', true],
    ['Sí', 'no', false],
    ['NO', 'yes', false],
    ['NO', 'no', true],
    ['0', 'no', true],
    ['No llamar', 'no', true],
    ['Withdrawn', 'no', true],
    ['Nicht zulassen', 'yes', true],
    ['Zulassen', 'yes', false],
    ['Revocado', 'no', true],
    ['Widerrufen', 'no', true],
    ['Granted', 'no', false],
    ['Otorgado', 'no', false],
    ['Prefiere que no se le llame', 'words', true],
    ['Bitte nicht anrufen', 'words', true],
    ['Ne plus appeler !', 'words', true],
    ['Do Not Allow', 'yes', true],
    ['Allow', 'yes', false],
    ['Permitir', 'yes', false],
    ['llamar', 'yes', false],
    ['solo tardes', 'yes', null],
    ['solo tardes', 'no', null],
    ['Alta', 'words', false],
    ['sí', 'words', false],
    ['NO LLAMAR!', 'words', true],
  ] as const)('%s where a %s is the wish: %s', (cell, wishIs, wish) =>
    expect(wishOf(cell, wishIs)).toBe(wish),
  )
  it.each([
    'no llamar más',
    'Por favor, no llamar',
    'DNC',
    'Do not contact',
    'do not call again',
    'não ligar',
  ])('%s says it whole', (cell) => expect([isCallWish(cell), saysCallWish(cell)]).toEqual([true, true]))
  it.each([
    'no llamar hasta enero',
    'Llamar en junio',
    'no phone',
    'no contesta',
    'no contact',
    'Busy',
    'called',
  ])('%s does not', (cell) => expect(isCallWish(cell)).toBe(false))
})

describe('columns that say it are suggested with which answer is the wish', () => {
  const suggest = (names: string[], rows: string[][]) =>
    suggestColumns(
      names.map((name) => ({ name, nameless: false })),
      rows,
      'ES',
    ).map(({ suggestion }) => suggestion && [suggestion.field, suggestion.reason, suggestion.wishIs])

  it('by header, any number of them, each with its own', () => {
    const names = ['No llamar', '¿Llamar?', 'Lista Robinson', 'Do not allow Phone Calls']
    expect(suggest(names, [['Sí', 'NO', 'x', 'Allow']])).toEqual([
      ['doNotCall', 'header', 'yes'],
      ['doNotCall', 'header', 'no'],
      ['doNotCall', 'header', 'yes'],
      ['doNotCall', 'header', 'yes'],
    ])
  })
  it('a question only where its cells answer it', () => {
    expect(suggest(['Llamar'], [['5'], ['3'], ['7']])).toEqual([null])
    expect(suggest(['Llamar'], [['mañana'], ['tarde']])).toEqual([null])
  })
  it('by a cell that says it among others, which are kept', () => {
    const rows = [
      ['Alta', 'pide oferta'],
      ['Media', 'NO LLAMAR'],
      ['No llamar', ''],
    ]
    expect(suggest(['Prioridad', 'Observaciones'], rows)).toEqual([
      ['doNotCall', 'content', 'words'],
      ['doNotCall', 'content', 'words'],
    ])
  })
})
