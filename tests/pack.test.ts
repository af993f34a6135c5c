import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { build } from 'electron-builder'

const require = createRequire(import.meta.url)
const { listPackage } = require('@electron/asar') as {
  listPackage: (archive: string, options: object) => string[]
}

/** All that may stand inside a package. Whatever else turns up was never meant to leave this machine. */
const MAY_STAND = [
  /^\/package\.json$/,
  /^\/out\/electron\/[\w.-]+\.(js|cjs)$/,
  /^\/out\/renderer\/index\.html$/,
  /^\/out\/renderer\/assets\/[\w.-]+\.(js|css|woff2|svg|png)$/,
  /^\/migrations\/\d{4}_[a-z_]+\.sql$/,
  /^\/node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/.+\.js|prebuilds\/[a-z0-9]+-[a-z0-9]+\.node)$/,
]
const MUST_STAND = [
  '/package.json',
  '/out/electron/main.js',
  '/out/electron/preload.cjs',
  '/out/electron/engine-worker.js',
  '/out/renderer/index.html',
  '/migrations/0000_init.sql',
  '/node_modules/better-sqlite3/lib/index.js',
  `/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
]

const folder = mkdtempSync(join(tmpdir(), 'callwright-pack-'))
let files: string[] = []

/** Electron's runtime cannot be fetched everywhere; packing only copies it, so files of its names will do. */
function standIn(): string {
  const runtime = join(folder, 'runtime')
  mkdirSync(join(runtime, 'resources'), { recursive: true })
  mkdirSync(join(runtime, 'locales'))
  for (const name of ['electron', 'version', 'LICENSE', 'LICENSES.chromium.html'])
    writeFileSync(join(runtime, name), name)
  chmodSync(join(runtime, 'electron'), 0o755)
  return runtime
}

beforeAll(async () => {
  await build({
    dir: true,
    publish: 'never',
    projectDir: process.cwd(),
    config: {
      extends: join(process.cwd(), 'build/electron-builder.yml'),
      electronDist: standIn(),
      directories: { output: join(folder, 'dist') },
    },
  })
  const resources = join(
    folder,
    'dist',
    readdirSync(join(folder, 'dist')).find((name) => /unpacked$/.test(name)) ?? '',
    'resources',
  )
  const all = listPackage(join(resources, 'app.asar'), { isPack: false })
  files = all.filter((file) => !all.some((other) => other.startsWith(`${file}/`)))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('packs nothing but what is on the list', () => {
  expect(files.filter((file) => !MAY_STAND.some((allowed) => allowed.test(file)))).toEqual([])
})

it('packs all that the app needs to run', () => {
  expect(MUST_STAND.filter((file) => !files.includes(file))).toEqual([])
})
