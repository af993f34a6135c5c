import { existsSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { defineConfig } from 'vite'

import { aliases } from './aliases.ts'

const root = join(import.meta.dirname, '..')

/** Everything that runs as a file of its own: the two roots and the threads. */
const ENTRIES = {
  main: 'electron/main.ts',
  headless: 'electron/headless.ts',
  'engine-worker': 'electron/engine/engine-worker.ts',
  'backup-worker': 'electron/engine/backup-worker.ts',
  'reader-worker': 'electron/engine/reader-worker.ts',
  'import-worker': 'electron/services/import/import-worker.ts',
  'log-worker': 'electron/services/import/log-worker.ts',
}
const present = Object.entries(ENTRIES).filter(([, file]) => existsSync(join(root, file)))

export default defineConfig({
  root,
  plugins: [aliases(root)],
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'out/electron',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: Object.fromEntries(present),
      external: ['electron', 'better-sqlite3', ...builtinModules, /^node:/],
      // All in one folder: a thread is started by a URL relative to whichever chunk names it.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
    },
  },
})
