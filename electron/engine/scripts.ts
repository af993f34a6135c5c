import { fileURLToPath } from 'node:url'

type Scripts = { backup: URL; import: URL; log: URL; reader: URL; migrations: string }

/** In the bundle all threads lie in one folder; as sources they lie where their noun is. */
const PLACES = {
  bundle: {
    backup: './backup-worker.js',
    import: './import-worker.js',
    log: './log-worker.js',
    reader: './reader-worker.js',
  },
  source: {
    backup: './backup-worker.ts',
    import: '../services/import/import-worker.ts',
    log: '../services/import/log-worker.ts',
    reader: './reader-worker.ts',
  },
} as const

/** What stands beside the engine's own script: the other threads, and the migrations two folders up. */
export function scriptsBeside(entry: URL): Scripts {
  const place = PLACES[entry.pathname.endsWith('.ts') ? 'source' : 'bundle']
  return {
    backup: new URL(place.backup, entry),
    import: new URL(place.import, entry),
    log: new URL(place.log, entry),
    reader: new URL(place.reader, entry),
    migrations: fileURLToPath(new URL('../../migrations', entry)),
  }
}
