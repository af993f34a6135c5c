import { openReader } from '#electron/db/reader'
import { storeFile } from './backup.ts'
import { dispatchTo, type Dispatch } from './dispatch.ts'
import { metricsHandlers } from './metrics.ts'

export type Reader = { dispatch: Dispatch; close: () => void }

/** The reports of a data folder on a connection of their own, which cannot write. Its store must be open elsewhere. */
export function openReports(data: string): Reader {
  const { db, close } = openReader(storeFile(data))
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return { dispatch: dispatchTo(metricsHandlers({ db, zone: timeZone })), close }
}
