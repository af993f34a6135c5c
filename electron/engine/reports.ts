import type { Method } from '#shared/contract/api'
import { connect, type Link } from './link.ts'

/** Requests that only read and may take seconds: the reader's thread answers them. */
export const REPORTS: ReadonlySet<string> = new Set<Method>([
  'metrics.funnel',
  'metrics.table',
  'metrics.byHour',
  'metrics.outcomes',
  'metrics.rows',
  'metrics.ageing',
  'exits.view',
  'definition.replay',
  'outcome.preview',
  'reason.preview',
  'queue.forecast',
  'lists.counts',
])

type ReportsOptions = { entry: URL; data: string; log: (line: string) => void }

/** The reader's thread beside an engine whose store is open: started by the first report, and again when it is lost. */
export function reportsBeside({ entry, data, log }: ReportsOptions) {
  let link: Promise<Link> | null = null
  const forget = () => void (link = null)
  const start = () =>
    connect({
      entry,
      start: { data, demo: false, entry: entry.href },
      emit: () => {},
      openUri: () => Promise.resolve(false),
      log,
      onLost: forget,
    })
  const close = async (): Promise<void> => {
    await link?.then((opened) => opened.close()).catch(() => {})
  }
  return {
    open: (): Promise<Link> => {
      link ??= start()
      link.catch(forget)
      return link
    },
    close,
    /** Lets go of the file; the next report opens it again. */
    rest: async (): Promise<void> => {
      await close()
      forget()
    },
  }
}
