import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

/** Holds what was wanted when the last installation went through; goes away with node_modules. */
export const STAMP = 'node_modules/.callwright'

/** What of package.json decides an installation; the rest may change freely. */
const DECIDES = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides']

/** A fingerprint of what should be installed here: the platform, the packages, the Node that comes along. */
export function wanted() {
  const asked = JSON.parse(readFileSync('package.json', 'utf8'))
  const hash = createHash('sha256').update(process.platform + process.arch)
  hash.update(JSON.stringify(DECIDES.map((key) => asked[key] ?? null)))
  for (const file of ['package-lock.json', 'build/node24/package.json'])
    hash.update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

export const isInstalled = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted()
