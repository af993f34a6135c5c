import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

import { CSP } from '../shared/contract/csp.ts'
import { aliases } from './aliases.ts'

const root = join(import.meta.dirname, '..')

/** Only in the built page: React's refresh needs an inline script while developing. */
const csp: Plugin = {
  name: 'callwright-csp',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: CSP },
      injectTo: 'head-prepend',
    },
  ],
}

export default defineConfig({
  root: join(root, 'renderer'),
  plugins: [aliases(root), react(), csp],
  logLevel: 'warn',
  build: {
    outDir: join(root, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: true,
    chunkSizeWarningLimit: 4000,
    // What the first screen needs is one file: forty small ones cost forty round trips before the first card.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'first-screen', tags: ['$initial'] }] } },
    },
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
