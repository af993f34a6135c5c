import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

type Imports = Record<string, string | string[]>

/**
 * `#zone/...` as package.json's "imports" say it. Vite follows a plain target by itself, but of a list it takes
 * only the first, as Node does; TypeScript takes the first that exists, and so do we.
 */
export function aliases(root: string): Plugin {
  const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: Imports }
  const table = Object.entries(imports).map(([key, targets]) => {
    const [before = '', after = ''] = key.split('*')
    return { before, after, targets: [targets].flat() }
  })

  return {
    name: 'callwright-aliases',
    enforce: 'pre',
    resolveId(id) {
      for (const { before, after, targets } of table) {
        if (!id.startsWith(before) || !id.endsWith(after)) continue
        const middle = id.slice(before.length, id.length - after.length)
        const found = targets
          .map((target) => join(root, target.replace('*', middle)))
          .find((file) => existsSync(file))
        if (found) return found
      }
      return null
    },
  }
}
