import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { attribute, xmlReader } from '#electron/services/import/workbook/xml'

type Heard = readonly [kind: string, what: string, attributes?: string]

/** What is heard, texts that come in parts put together. */
function heard(pieces: readonly string[]): Heard[] {
  const found: Heard[] = []
  const text = (part: string) => {
    const last = found.at(-1)
    if (last?.[0] === 'text') found[found.length - 1] = ['text', last[1] + part]
    else found.push(['text', part])
  }
  const { push, end } = xmlReader({
    open: (name, attributes) => void found.push(['open', name, attributes.trim()]),
    close: (name) => void found.push(['close', name]),
    text,
  })
  pieces.forEach(push)
  end()
  return found
}

const DOCUMENT =
  '<?xml version="1.0"?><!-- a > b --><x:sst a="1 > 2" b=\'"\'><si><t xml:space="preserve"> R&amp;D &#241;&#x20AC; &other; </t></si><si/>' +
  '<si ><![CDATA[<b>&amp;]]></si ></x:sst>'

describe('XML', () => {
  it('is heard as it is written, entities of the standard resolved and no others', () => {
    expect(heard([DOCUMENT])).toEqual([
      ['open', 'sst', `a="1 > 2" b='"'`],
      ['open', 'si', ''],
      ['open', 't', 'xml:space="preserve"'],
      ['text', ' R&D ñ€ &other; '],
      ['close', 't'],
      ['close', 'si'],
      ['open', 'si', '/'],
      ['close', 'si'],
      ['open', 'si', ''],
      ['text', '<b>&amp;'],
      ['close', 'si'],
      ['close', 'sst'],
    ])
  })
  it('is the same in whatever pieces it comes', () => {
    const cuts = fc.array(fc.nat({ max: DOCUMENT.length }), { maxLength: 10 })
    fc.assert(
      fc.property(cuts, (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), DOCUMENT.length]
        const pieces = places.slice(1).map((end, at) => DOCUMENT.slice(places[at], end))
        expect(heard(pieces)).toEqual(heard([DOCUMENT]))
      }),
    )
  })
  it('that declares anything, or is cut off, is refused', () => {
    expect(() => heard(['<!DOC', 'TYPE a><a/>'])).toThrow(expect.objectContaining({ reason: 'file-unsafe' }))
    expect(() => heard(['<a><b c="'])).toThrow(expect.objectContaining({ reason: 'file-broken' }))
    expect(() => heard([`<a ${'x'.repeat(2_000_000)}`])).toThrow(
      expect.objectContaining({ reason: 'file-broken' }),
    )
  })
  it('has its attributes found by their whole name', () => {
    const written = ` spans="1:2" r = "A1" x:id='r&amp;d' hidden="1"`
    expect(['r', 's', 'id', 'hidden', 'pans', 'den'].map((name) => attribute(written, name))).toEqual([
      'A1',
      null,
      'r&d',
      '1',
      null,
      null,
    ])
  })
})
