import { AppError } from '#shared/contract/errors'

/** What SQLite and the system call a disk without room; the third, that its shared memory could not grow. */
const CODES: ReadonlySet<unknown> = new Set(['SQLITE_FULL', 'ENOSPC', 'SQLITE_IOERR_SHMSIZE', 'EDQUOT'])
/** What is left of it where an error came from another thread. */
const WORDS = 'database or disk is full'

/** Also where another error carries it as its cause. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && CODES.has(error.code)) || error.message.includes(WORDS) || isDiskFull(error.cause))

/** For the person at the screen: nothing of what they asked for was kept. */
export const diskFull = (): AppError =>
  new AppError(
    'internal',
    'The disk is full. Make room and do it again: nothing of it was kept.',
    'disk-full',
  )
