import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'

import { inspect, sources } from './helpers/sources.ts'
import { MAY_IMPORT, trespasses, zoneOf } from './helpers/zones.ts'

describe('who imports whom', () => {
  it('has a zone for every file', () => {
    expect(sources.map(({ file }) => file).filter((file) => !zoneOf(file))).toEqual([])
  })

  it.each(Object.keys(MAY_IMPORT))('%s keeps to its table', (zone) => {
    expect(sources.filter(({ file }) => zoneOf(file) === zone).flatMap(trespasses)).toEqual([])
  })

  it('sees a trespass when there is one', () => {
    const seen = (file: string, text: string) => trespasses(inspect(file, text)).length
    expect(seen('shared/domain/x.ts', "import { a } from 'node:fs'")).toBe(1)
    expect(seen('shared/domain/x.ts', "export type { A } from '../contract/api.ts'")).toBe(1)
    expect(seen('electron/services/x.ts', "import { createServer } from 'node:http'")).toBe(1)
    expect(seen('electron/services/x.ts', "const e = await import('electron')")).toBe(1)
    expect(seen('renderer/features/call/x.tsx', "import { a } from '../queue/a.ts'")).toBe(1)
    expect(seen('renderer/features/call/x.tsx', "import { a } from '../call/a.ts'")).toBe(0)
    expect(seen('renderer/ui/x.tsx', "import type { Stage } from '#shared/domain/stage'")).toBe(1)
  })
})

describe('size', () => {
  const sizes = sources.map(({ lines }) => lines).sort((one, other) => one - other)
  const at = (share: number) => sizes[Math.floor(share * (sizes.length - 1))]

  it('lets every file be read in one sitting', () => {
    const long = sources.filter(({ lines }) => lines > 250)
    expect(long.map(({ file, lines }) => `${file}: ${lines}`)).toEqual([])
  })

  it('keeps the middle file at 80 lines and nine of ten under 150', () => {
    expect(at(0.5)).toBeLessThanOrEqual(80)
    expect(at(0.9)).toBeLessThanOrEqual(150)
  })
})

/** What a rule would have to be handed to be tested: the time, and chance. */
const AMBIENT = /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b|\bMath\.random\(|\bcrypto\.|\bperformance\./

describe('style', () => {
  it('keeps the clock and chance out of the rules', () => {
    const rules = sources.filter(({ file }) => /^shared\/(domain|lib)\//.test(file))
    expect(
      rules.filter(({ file }) => AMBIENT.test(readFileSync(file, 'utf8'))).map(({ file }) => file),
    ).toEqual([])
  })

  it('gives up no type', () => {
    expect(sources.filter(({ anys }) => anys > 0).map(({ file }) => file)).toEqual([])
    expect(inspect('x.ts', 'const a = (b: Record<string, any>, c: unknown) => b').anys).toBe(1)
    expect(inspect('x.ts', "const any = 'any' // any").anys).toBe(0)
  })

  it('exports by name', () => {
    expect(sources.filter(({ defaultExports }) => defaultExports > 0).map(({ file }) => file)).toEqual([])
  })

  it('has everything from where it is made', () => {
    // Who may not read the store is told this by who may.
    const MAY: readonly string[] = ['electron/services/backup.ts: isSound']
    const handed = sources.flatMap(({ file, handsOn }) => handsOn.map((name) => `${file}: ${name}`))
    expect(handed).toEqual(MAY)
    expect(inspect('x.ts', "import { a } from './y.ts'\nexport { a }\nexport const b = a").handsOn).toEqual([
      'a',
    ])
  })

  it('names files in kebab-case, and none of them index', () => {
    const names = sources.map(({ file }) => basename(file).replace(/\.tsx?$/, ''))
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?$/.test(name) || name === 'index')).toEqual(
      [],
    )
  })
})

describe('the lock file', () => {
  type Package = { resolved?: string; optionalDependencies?: Record<string, string> }
  const text = readFileSync('package-lock.json', 'utf8')
  const packages = (JSON.parse(text) as { packages: Record<string, Package> }).packages

  /** As Node looks: beside, then in every folder above. */
  function isLocked(from: string, name: string): boolean {
    if (packages[`${from ? `${from}/` : ''}node_modules/${name}`]) return true
    return from !== '' && isLocked(from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1)), name)
  }

  it('knows every optional package, or `npm ci` fails on another platform', () => {
    const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLocked(from, name))
        .map((name) => `${from} -> ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('names no registry: each machine has its own', () => {
    const hosts = Object.values(packages).flatMap(({ resolved }) =>
      resolved?.includes('://') ? [resolved] : [],
    )
    expect(hosts).toEqual([])
  })
})
