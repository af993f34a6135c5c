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
  const table = Object.entries(imports).map(([key, targets]) => ({
    prefix: key.slice(0, -1),
    targets: [targets].flat(),
  }))

  return {
    name: 'callwright-aliases',
    enforce: 'pre',
    resolveId(id) {
      const alias = table.find(({ prefix }) => id.startsWith(prefix))
      if (!alias) return null
      const rest = id.slice(alias.prefix.length)
      return (
        alias.targets
          .map((target) => join(root, target.replace('*', rest)))
          .find((file) => existsSync(file)) ?? null
      )
    },
  }
}
