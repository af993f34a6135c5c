import { expect, it } from 'vitest'

import { suggestColumns } from '#shared/domain/import/mapping'
import { wishColumnOf } from '#shared/domain/import/synonyms'

/** What columns are taken for, by their headers and two rows. */
const mapped = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  suggestColumns(
    header.map((name) => ({ name, nameless: false })),
    rows,
    'ES',
  ).map(({ suggestion }) => suggestion?.field ?? '')

it.each([
  [
    'a dentist’s: the patient is called, and not the doctor',
    ['Nº Historia', 'Paciente', 'Teléfono', 'Doctor', 'Acepta comunicaciones'],
    [
      ['1001', 'GIL PAZ, ANA', '600111001', 'Dr. Luis Rey', 'SI'],
      ['1002', 'SOL REY, EVA', '600111002', 'Dra. Mar Roa', 'NO'],
    ],
    ['externalId', 'fullName', 'phone', '', 'basis'],
  ],
  [
    'a school fair’s: the pupil, and neither school nor parents',
    [
      'Nombre alumno',
      'Apellidos alumno',
      'Centro',
      'Móvil alumno',
      'Nombre padre/madre',
      'Teléfono padre/madre',
    ],
    [
      ['Ana', 'Gil', 'IES Uno', '600111001', 'Luis Gil', '600111009'],
      ['Eva', 'Sol', 'IES Dos', '600111002', 'Mar Sol', '600111008'],
    ],
    ['givenName', 'familyName', '', 'mobile', '', ''],
  ],
  [
    'solar panels: whether the house is theirs is no seller',
    ['Nombre y apellidos', 'Teléfono', '¿Propietario?', 'Comercial'],
    [
      ['Ana Gil', '600111001', 'Sí', 'Rep One'],
      ['Luis Paz', '600111002', 'No', 'Rep Two'],
    ],
    ['fullName', 'phone', '', 'owner'],
  ],
  [
    'boxes of deals: their contacts',
    ['Name', 'Contact Names', 'Contact Emails', 'Organizations'],
    [
      ['Roa', 'Ana Gil', 'a@roa.example', 'Roa SL'],
      ['Sol', 'Luis Paz', 'l@sol.example', 'Sol SA'],
    ],
    ['', 'fullName', 'email', 'company'],
  ],
  [
    'a Mexican one: two family names, and an estatus',
    ['Nombre(s)', 'Apellido paterno', 'Apellido materno', 'Celular', 'Estatus'],
    [
      ['Ana', 'Gil', 'Paz', '5512345678', 'No interesado'],
      ['Luis', 'Sol', 'Rey', '3312345678', 'Por llamar'],
    ],
    ['givenName', 'familyName', 'familyName', 'mobile', 'stage'],
  ],
  [
    'a gym’s: its members',
    ['Nombre socio', 'Apellidos socio', 'Móvil socio'],
    [
      ['Ana', 'Gil', '600111001'],
      ['Eva', 'Sol', '600111002'],
    ],
    ['givenName', 'familyName', 'mobile'],
  ],
  [
    'a CRM’s whose accounts stand apart',
    ['Id', 'First name', 'Last name', 'Mobile', 'Accounts : Name', 'Owned By'],
    [
      ['1', 'Ana', 'Gil', '600111001', 'Roa SL', 'Rep One'],
      ['2', 'Luis', 'Paz', '600111002', 'Sol SA', 'Rep One'],
    ],
    ['externalId', 'givenName', 'familyName', 'mobile', 'company', 'owner'],
  ],
])('%s', (_, header, rows, fields) => expect(mapped(header, ...rows)).toEqual(fields))

it('who is on the register of a country by the number beside it', () => {
  const header = ['Mobile', 'Mobile TPS', 'Direct', 'Direct CTPS', 'Office']
  expect(['Mobile', 'Direct', 'Office'].map((name) => wishColumnOf(name, header))).toEqual([1, 3, undefined])
})
