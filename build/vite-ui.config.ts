import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

import { aliases } from './aliases.ts'

const root = join(import.meta.dirname, '..')

/** The page of the kit's parts: nothing of it is in the app. */
export default defineConfig({
  root: join(root, 'renderer/ui-page'),
  plugins: [aliases(root), react()],
  logLevel: 'warn',
  build: { outDir: join(root, 'out/ui-page'), emptyOutDir: true, target: 'chrome140' },
})
