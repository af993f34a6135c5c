import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { extractAll, listPackage } from '@electron/asar'
import { parseSync } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openEngine } from './contract/transports.ts'

/** Where electron-builder looks for the switches it sets, and how Electron's own binary has them: all as they come. */
const FUSE_WIRE = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009000000000', 'latin1')
const [OFF, ON] = ['0', '1']

const MAY_SHIP = [
  /^package\.json$/,
  /^out\/electron\/(main|engine-worker|backup-worker|reader-worker|import-worker|log-worker|chunk-[\w-]+)\.js$/,
  /^out\/electron\/preload\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(js|css|woff2|svg|png)$/,
  /^migrations\/\d{4}_\w+\.sql$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js|prebuilds\/linux-x64\.node)$/,
]
const MUST_SHIP = [
  'package.json',
  'out/electron/main.js',
  'out/electron/preload.cjs',
  'out/electron/engine-worker.js',
  'out/electron/backup-worker.js',
  'out/electron/reader-worker.js',
  'out/electron/import-worker.js',
  'out/electron/log-worker.js',
  'out/renderer/index.html',
  'node_modules/better-sqlite3/prebuilds/linux-x64.node',
  ...readdirSync('migrations')
    .filter((name) => name.endsWith('.sql'))
    .map((name) => `migrations/${name}`),
]

const folder = mkdtempSync(join(tmpdir(), 'callwright-pack-'))
const resources = join(folder, 'dist', 'linux-unpacked', 'resources')
const unpacked = join(folder, 'unpacked')
let shipped: string[]

/** What a release of Electron looks like to electron-builder, without its 250 MB. */
function standIn(): string {
  const dist = join(folder, 'electron')
  mkdirSync(join(dist, 'resources'), { recursive: true })
  mkdirSync(join(dist, 'locales'))
  writeFileSync(join(dist, 'electron'), FUSE_WIRE)
  chmodSync(join(dist, 'electron'), 0o755)
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'locales/en-US.pak'])
    writeFileSync(join(dist, name), '')
  return dist
}

function run(script: string, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${script} failed:\n${stdout}${stderr}`)
}

beforeAll(() => {
  run('build/build.mjs')
  const overrides = [`-c.electronDist=${standIn()}`, `-c.directories.output=${join(folder, 'dist')}`]
  run('build/pack.mjs', '--linux', 'dir', '--x64', ...overrides)
  const archive = join(resources, 'app.asar')
  extractAll(archive, unpacked)
  const files = new Set(listPackage(archive, { isPack: false }).map((name) => name.slice(1)))
  const folders = new Set([...files].map((name) => name.slice(0, Math.max(0, name.lastIndexOf('/')))))
  shipped = [...files].filter((name) => !folders.has(name))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the packed app', () => {
  it('ships what is on the list, and nothing else', () => {
    expect(shipped.filter((name) => !MAY_SHIP.some((allowed) => allowed.test(name)))).toEqual([])
    expect(MUST_SHIP.filter((name) => !shipped.includes(name))).toEqual([])
  })

  it('keeps the store outside the archive, where the system can load it', () => {
    const outside = readdirSync(join(resources, 'app.asar.unpacked'), {
      recursive: true,
      withFileTypes: true,
    })
    expect(outside.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(['linux-x64.node'])
  })

  it('imports nothing that does not ship', () => {
    const there = new Set(['electron', 'better-sqlite3', ...builtinModules])
    const scripts = shipped.filter((name) => /^out\/electron\/.*\.js$/.test(name))
    const imports = scripts.flatMap((name) => {
      const { staticImports } = parseSync(name, readFileSync(join(unpacked, name), 'utf8')).module
      return staticImports.map(({ moduleRequest }) => moduleRequest.value.replace(/^node:/, ''))
    })
    expect(imports.filter((name) => !name.startsWith('./') && !there.has(name))).toEqual([])
  })

  it('asks of the sandbox nothing but Electron', () => {
    const preload = readFileSync(join(unpacked, 'out/electron/preload.cjs'), 'utf8')
    expect([...preload.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['electron'])
  })

  it('shows a page that runs no script but its own', () => {
    const page = readFileSync(join(unpacked, 'out/renderer/index.html'), 'utf8')
    expect(page).toContain('http-equiv="Content-Security-Policy"')
    expect(page).toContain("script-src 'self';".replaceAll("'", '&#39;'))
    expect([...page.matchAll(/<script(?![^>]*\ssrc="\/)/g)]).toEqual([])
  })

  it('is no general Node, and takes no other archive', () => {
    const binary = readFileSync(join(folder, 'dist/linux-unpacked/callwright'), 'latin1')
    const [runAsNode, , nodeOptions, inspect, integrity, onlyAsar] = binary.slice(
      binary.indexOf('\u0001\u0009') + 2,
    )
    expect({ runAsNode, nodeOptions, inspect, integrity, onlyAsar }).toEqual({
      runAsNode: OFF,
      nodeOptions: OFF,
      inspect: OFF,
      integrity: ON,
      onlyAsar: ON,
    })
  })

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'opens a store with nothing but what was packed',
    async () => {
      const entry = pathToFileURL(resolve(unpacked, 'out/electron/engine-worker.js'))
      const { engine, close } = await openEngine(entry)
      try {
        expect(await engine.dispatch('app.state', {})).toMatchObject({ ok: true })
      } finally {
        await close()
      }
    },
  )
})
