import { describe, expect, it } from 'vitest'

import { refusalOf, refusalOfValues, type Refusal } from '#shared/domain/refused'

const HEADERS: Readonly<Record<Refusal, readonly string[]>> = {
  name: ['Nombre', 'lastName', 'Apellidos', 'Company Name'],
  sex: ['Sexo', 'Género', 'GENDER', 'Salutation'],
  age: ['Edad', 'Birth date', 'Fecha de nacimiento'],
  nationality: ['Nacionalidad', 'Citizenship', 'País de nacimiento'],
  health: ['Grado de discapacidad', 'Health notes'],
  religion: ['Religión', 'Faith'],
  union: ['Sindicato', 'Union member'],
  afterCall: ['Call Outcome', 'Tags', 'Lead Quality', 'Resultado llamada', 'Converted', 'Intentos'],
}
const CELLS: Readonly<Record<Refusal, readonly string[]>> = {
  name: ['ana@norte.example', 'bea@sur.example', '+34 600 111 222'],
  sex: ['M', 'F', 'F', 'f'],
  age: [],
  nationality: ['Española', 'Francesa', 'español'],
  health: ['Diabetes', 'asma'],
  religion: ['Católica', 'atea'],
  union: ['CCOO', 'UGT', 'CC.OO.'],
  afterCall: ['Interesado', 'No contesta', 'Ganado'],
}

describe('a column that may not be scored', () => {
  it.each(Object.entries(HEADERS))('says so by its header: %s', (why, headers) => {
    expect(headers.map(refusalOf)).toEqual(headers.map(() => why))
  })

  it.each(Object.entries(CELLS).filter(([, cells]) => cells.length > 0))(
    'says so by its cells: %s',
    (why, cells) => {
      expect(refusalOfValues([...cells, '', ' '])).toBe(why)
      // One in three that says something else hides nothing.
      expect(refusalOfValues([...cells, ...cells, 'zzz'])).toBe(why)
    },
  )
})

describe('a column that may be', () => {
  it('is one about the company, the place or the trade', () => {
    const headers = ['Sector', 'Empleados', 'Management', 'Page views', 'Sabadell', 'Norma ISO', 'Packaging']
    expect(headers.map(refusalOf)).toEqual(headers.map(() => null))
    for (const cells of [
      ['Metal', 'Plástico', 'Madera'],
      ['10-49', '50-249', '250+'],
      ['S', 'M', 'L', 'XL'],
      ['Sí', 'No', 'No'],
      ['Madrid', 'Soria', 'Cuenca'],
      ['12', '340', '5'],
      [],
      ['', ''],
    ])
      expect(refusalOfValues(cells), cells.join()).toBeNull()
  })
})
