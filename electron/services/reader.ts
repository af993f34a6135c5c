import { openReader } from '#electron/db/reader'
import { storeFile } from './backup.ts'
import { engineClock } from './clock.ts'
import { dispatchTo, type Dispatch } from './dispatch.ts'
import { exitHandlers } from './exits.ts'
import { forecastHandlers } from './forecast.ts'
import { listCountHandlers } from './list-counts.ts'
import { metricsHandlers } from './metrics.ts'
import { outcomePreviewHandlers } from './outcome-preview.ts'
import { reasonPreviewHandlers } from './reason-preview.ts'
import { replayHandlers } from './replay.ts'

type Reader = { dispatch: Dispatch; close: () => void }

/** The reports of a data folder on a connection of their own, which cannot write. Its store must be open elsewhere. */
export function openReports(data: string): Reader {
  const { db, close } = openReader(storeFile(data))
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const reading = { db, zone: timeZone, now: engineClock(process.env['CALLWRIGHT_CLOCK']) }
  return {
    dispatch: dispatchTo({
      ...metricsHandlers(reading),
      ...replayHandlers(reading),
      ...outcomePreviewHandlers(reading),
      ...reasonPreviewHandlers(reading),
      ...forecastHandlers(reading),
      ...listCountHandlers(reading),
      ...exitHandlers(reading),
    }),
    close,
  }
}
