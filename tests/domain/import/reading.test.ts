import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'

import { parseCsv } from '#shared/domain/import/csv'
import { encodingSniffer } from '#shared/domain/import/encoding'
import { headerNames, headerOf } from '#shared/domain/import/header'
import { ENCODINGS, type Encoding } from '#shared/domain/import/text'

function sniff(bytes: Uint8Array, piece = bytes.length || 1) {
  const sniffer = encodingSniffer()
  for (let at = 0; at < bytes.length; at += piece) sniffer.push(bytes.subarray(at, at + piece))
  return sniffer.result()
}
const SPANISH = 'Nombre;Población\r\nIñaki Peña;Logroño\r\nBegoña Núñez;A Coruña\r\n'

describe('the encoding', () => {
  it.each([
    ['utf-8', 'utf-8', false],
    ['utf-8', 'utf-8', true],
    ['utf-16le', 'utf-16le', true],
    ['utf-16be', 'utf-16be', true],
    ['utf-16le', 'utf-16le', false],
    ['utf-16be', 'utf-16be', false],
    ['windows-1252', 'windows-1252', false],
  ] as const)('%s is known for certain (mark: %3$s)', (written, found, addBOM) => {
    expect(sniff(iconv.encode(SPANISH, written, { addBOM }))).toMatchObject({ encoding: found, asked: [] })
  })
  it('plain ASCII is UTF-8', () => {
    expect(sniff(Buffer.from('a;b\r\n1;2\r\n'))).toMatchObject({ encoding: 'utf-8', asked: [] })
  })
  it('a single accent at the end of a long file counts', () => {
    const ascii = Buffer.from('name,city\n'.repeat(100_000))
    const bytes = Buffer.concat([ascii, iconv.encode('Ana,Logroño\n', 'windows-1252')])
    expect(sniff(bytes, 64 * 1024)).toMatchObject({ encoding: 'windows-1252', asked: [] })
  })
  it.each(['shift_jis', 'euc_kr', 'big5', 'gb18030'])(
    '%s is never taken for Western: it is asked for',
    (name) => {
      const found = sniff(readFileSync(`../shared/data/encodings/${name}.txt`))
      expect(found?.asked[0]).toBe(name.replace('_kr', '-kr'))
      expect(found?.asked).toContain('windows-1252')
      expect(sniff(readFileSync(`../shared/data/encodings/${name}-utf8.txt`))).toMatchObject({
        encoding: 'utf-8',
        asked: [],
      })
    },
  )
  it.each([
    ['windows-1251', 'Имя;Город\nАнна Каренина;Санкт-Петербург\n'],
    ['koi8-r', 'Имя;Город\nАнна;Москва\n'],
    ['windows-1253', 'Όνομα;Πόλη\nΆννα;Αθήνα\n'],
    ['windows-1250', 'Imię;Miasto\nŁukasz Wiśniewski;Łódź\nŻaneta Pączek;Kraków\n'],
    ['windows-1254', 'Ad;Şehir\nŞükrü Yılmaz;İstanbul\nÇağla Öz;İzmir\n'],
    ['cp850', 'Nome;Cidade\nJoão Conceição;São Paulo\n'],
    ['euc-jp', 'text\nやぶら小路の藪柑子。海砂利水魚の、食う寝る処に住む処\n'],
    ['gb18030', '姓名;城市\n王小明;北京市海淀区\n李红;上海\n'],
    ['big5', '姓名;城市\n王小明;臺北市\n李紅;高雄\n'],
    ['euc-kr', '이름;도시\n김철수;서울\n'],
  ])('a few names in %s are asked about, the right one first', (encoding, text) => {
    expect(sniff(iconv.encode(text, encoding))?.asked[0]).toBe(encoding)
  })
  it('what a Mac of old wrote is asked about', () => {
    expect(sniff(iconv.encode('Nome\nJoão Conceição\n', 'macintosh'))?.asked.slice(0, 2)).toContain(
      'macintosh',
    )
  })
  it.each([
    'Paco;C/ Mª Auxiliadora nº 3 – 1º\u00a0B\nO’Brien;«Café» l·lustre €5 20m² ½\n',
    'Müller Straße;grüß 5°C ©2020 Façade™ naïve\nBjørn Åse;smørrebrød\n',
    '£5;§ 3 Abs. 2\n±3;…\nMünchen;ö\n',
    'L’Hôpital « Œuvre » cœur;à\n',
    'Precio: 5€;x\n',
    'MUÑOZ;PEÑA\nNÚÑEZ;ÁVILA\nLOGROÑO;CÁCERES\n',
    'Iñtërnâtiônàlizætiøn\t1.23.45,67\n',
  ])('Western text is known for certain: %j', (text) => {
    expect(sniff(iconv.encode(text, 'windows-1252'))).toMatchObject({ encoding: 'windows-1252', asked: [] })
  })
  it.each([
    ['a picture', '89504e470d0a1a0a0000000d4948445200000100'],
    ['controls', '0102030405060708'.repeat(20)],
  ])('%s is no text', (_, hex) => expect(sniff(Buffer.from(hex, 'hex'))).toBeNull())
  it('is the same however the file is cut', () => {
    const bytes = iconv.encode(SPANISH, 'utf-8')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (piece) => {
        expect(sniff(bytes, piece)).toEqual(sniff(bytes))
      }),
    )
  })
  it('every encoding to choose from can be decoded', () => {
    for (const encoding of ENCODINGS satisfies readonly Encoding[])
      expect(iconv.encodingExists(encoding)).toBe(true)
  })
})

describe('the header', () => {
  const lineOf = (text: string) => headerOf(parseCsv(text, ';')).headerLine
  it.each([
    ['in the first line', 'Nombre;Tel\nAna;600111222\n', 1],
    ['below a title', 'Informe de leads;;\n;;\nNombre;Tel;Ciudad\nAna;600111222;Vic\n', 3],
    ['below two titles and a date', 'Leads\n2026-03-10\n\nNombre;Tel;Ciudad\nAna;6;Vic\nEva;7;Jaca\n', 4],
    ['absent: the first row is somebody', 'Ana;ana@roa.example\nEva;eva@roa.example\n', 0],
    ['absent: the first row has a number', 'Ana;+34 600 111 222\nEva;+34 600 111 333\n', 0],
    ['with a nameless column', 'Nombre;;Tel\nAna;x;600111222\n', 1],
    [
      'with a year for a name, since others are known',
      'Nombre;Empresa;Teléfono;2025\nAna;Roa;600111222;7\n',
      1,
    ],
    ['of a single column', 'foo\n1\n', 1],
  ])('%s', (_, text, line) => expect(lineOf(text)).toBe(line))

  it('its names are all there and unlike each other', () => {
    const names = headerNames(['Phone', ' Phone ', '', 'phone'], 5)
    expect(names).toEqual(['Phone', 'Phone (2)', 'column_3', 'phone (3)', 'column_5'])
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'A', 'a (2)', '', 'á', 'column_2')), (cells) => {
        expect(new Set(headerNames(cells, cells.length + 1)).size).toBe(cells.length + 1)
      }),
    )
  })
})
