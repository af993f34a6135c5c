import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

/** Holds what was wanted when the last installation went through; goes away with node_modules. */
export const STAMP = 'node_modules/.callwright'

const SAYS_WHAT = ['package.json', 'package-lock.json', 'build/node24/package.json']

/** A fingerprint of what should be installed here: the platform, the packages, the Node that comes along. */
export function wanted() {
  const hash = createHash('sha256').update(process.platform + process.arch)
  for (const file of SAYS_WHAT) hash.update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

export const isInstalled = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted()
