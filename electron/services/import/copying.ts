import { AppError } from '#shared/contract/errors'
import type { Deps } from '../deps.ts'
import { diskFull, isDiskFull } from '../disk-full.ts'

/**
 * The copy of the store as it stood before an import. `wait`: what is to be waited for before so many people may be
 * written, null = nothing. It throws AppError where there will be no copy, at once or once that is known.
 */
export type Copying = { wait: (people: number) => Promise<void> | null }
export const NO_COPY: Copying = { wait: () => null }

/** The log keeps all that is written until the copy is done: 50,000 people are some 300 MB of it. */
const BESIDE = 50_000

/** Begins the copy. What is written beside it is not in it. */
export function copying(deps: Pick<Deps, 'backup' | 'closing'>): Copying {
  let most = 0
  let failed: AppError | null = null
  let begin = () => {}
  const begun = new Promise<void>((resolve) => (begin = resolve)).then(() => void (most = BESIDE))
  const done = deps
    .backup('import', () => begin())
    .then(
      () => void (most = Infinity),
      (error) => notCopied(deps, error),
    )
  done.catch((error: AppError) => (failed = error))
  return {
    wait(people) {
      if (failed) throw failed
      if (people <= most) return null
      return people <= BESIDE ? Promise.race([begun, done]) : done
    },
  }
}

function notCopied({ closing }: Pick<Deps, 'closing'>, error: unknown): never {
  if (!isDiskFull(error) && !closing.aborted) console.error(error)
  throw isDiskFull(error)
    ? diskFull()
    : new AppError('internal', 'The store could not be copied before the import.', 'copy-failed')
}
