import { join } from 'node:path'
import { defineConfig } from 'vite'

import { aliases } from './aliases.ts'

const root = join(import.meta.dirname, '..')

/** A sandboxed preload is loaded as one CommonJS script and may require nothing but Electron. */
export default defineConfig({
  root,
  plugins: [aliases(root)],
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: 'out/electron',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: { preload: 'electron/preload.ts' },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
})
