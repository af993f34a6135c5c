// `npm run bench -- NAME [--leads N] [--calls N] [--rows N] [--data DIR]`: one bench of tests/bench/. The last line on
// stdout is one JSON object `{ name, figures, limit, ok }`; everything else goes to stderr. Exit code 0 when ok.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { basename, join } from 'node:path'

import { bundleIfStale } from './bundle/stale.mjs'

const [name = '', ...flags] = process.argv.slice(2)
const script = join('tests', 'bench', `${name}.bench.ts`)
if (!existsSync(script)) {
  const names = globSync('tests/bench/*.bench.ts').map((path) => basename(path, '.bench.ts'))
  console.error(`There is no bench "${name}". There are: ${names.sort().join(', ')}.`)
  process.exit(1)
}
if (!bundleIfStale()) process.exit(1)

// Calling windows are those of a Spanish list, wherever the bench runs.
const env = { ...process.env, TZ: 'Europe/Madrid' }
// What is measured in this process has the engine's room for what is new: a third of its 16 MB (electron/engine/link.ts).
const { status } = spawnSync(process.execPath, ['--max-semi-space-size=5', script, ...flags], {
  stdio: 'inherit',
  env,
})
process.exitCode = status ?? 1
