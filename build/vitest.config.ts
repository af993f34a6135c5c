import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

import { aliases } from './aliases.ts'

const root = join(import.meta.dirname, '..')
const plugins = [aliases(root)]
const MINUTE = 60_000

/**
 * Three projects: rules, SQL and deeds under Node; screens under jsdom; walks in a real browser on the built app. What hangs
 * is to be found out, however long; what is only slow, since others build on the same machine, is to be waited for.
 */
export default defineConfig({
  root,
  test: {
    globalSetup: 'build/check/vitest-node.ts',
    projects: [
      {
        root,
        plugins,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/renderer/**'],
          setupFiles: 'build/check/vitest-laws.ts',
          testTimeout: 5 * MINUTE,
          hookTimeout: 2 * MINUTE,
        },
      },
      {
        root,
        plugins: [...plugins, react()],
        test: {
          name: 'screen',
          environment: 'jsdom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['build/check/vitest-screen.ts', 'build/check/vitest-laws.ts'],
          testTimeout: 2 * MINUTE,
          hookTimeout: MINUTE,
        },
      },
      {
        root,
        plugins,
        test: {
          name: 'walks',
          environment: 'node',
          include: ['tests/e2e/**/*.walk.ts'],
          fileParallelism: false,
          testTimeout: 20 * MINUTE,
          hookTimeout: 2 * MINUTE,
        },
      },
    ],
  },
})
