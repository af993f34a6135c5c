import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

import { fileFor, isDial, isOurs, mayOpen } from '#electron/shell/address'

const PAGES = resolve('out/renderer')

describe('the page behind an address', () => {
  it.each([
    ['callwright://app/', 'index.html'],
    ['callwright://app/leads/3', 'index.html'],
    ['callwright://app/index.html?x=1#/queue', 'index.html'],
    ['callwright://app/assets/a-1.js', 'assets/a-1.js'],
  ])('%s is %s', (url, file) => {
    expect(fileFor(url, PAGES)).toBe(join(PAGES, file))
  })

  it.each([
    'callwright://other/index.html',
    'callwright://app.evil/index.html',
    'callwright://app/..%2f..%2fpackage.json',
    'callwright://app/assets/..%2f..%2f..%2fREADME.md',
    'callwright://app/%E0%A4%A.js',
    'file:///etc/passwd',
    'https://app/index.html',
    'nonsense',
  ])('%s is none', (url) => {
    expect(fileFor(url, PAGES)).toBeNull()
  })

  it('stays inside however the dots are written', () => {
    expect(fileFor('callwright://app/%2e%2e/%2e%2e/package.json', PAGES)).toBe(join(PAGES, 'package.json'))
    expect(isOurs('callwright://app.evil/')).toBe(false)
  })
})

describe('what may leave the window', () => {
  it.each([
    ['https://example.com/a', true],
    ['http://example.com', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['callwright://app/', false],
    ['tel:+34911234567', false],
    ['', false],
  ])('opening %j in the browser: %s', (url, may) => {
    expect(mayOpen(url)).toBe(may)
  })

  it.each([
    ['tel:+34911234567', true],
    ['sip:+34911234567@example.com', true],
    ['callto:+34911234567', true],
    ['https://example.com', false],
    ['+34911234567', false],
  ])('handing %j to the phone: %s', (uri, may) => {
    expect(isDial(uri)).toBe(may)
  })
})
