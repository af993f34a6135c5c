// `npm run build`: the bundles under out/ that are older than their sources; `--force` makes them all.
import { bundle } from './bundle/bundle.mjs'
import { BUNDLES, isStale } from './bundle/stale.mjs'
import { dropLock, takeLock } from './setup/lock.mjs'

const force = process.argv.includes('--force')
takeLock()
try {
  for (const name of BUNDLES) if (force || isStale(name)) await bundle(name)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  dropLock()
}
