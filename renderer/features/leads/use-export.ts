import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import type { Which } from '#shared/contract/batch'
import type { Bridge } from '#shared/contract/bridge'
import type { LeadsOrder } from '#shared/contract/leads-filter'
import { EXTRA, type LeadColumn } from '#shared/domain/leads'
import { STAGES } from '#shared/domain/stage'
import { useAnnouncer } from '#renderer/ui/announce'

/** Stands in every file, so that rows find their person again. */
const ALWAYS = ['name', 'phone', 'email']

/** A file of who was picked: the columns in sight, in the words and the order of the screen. */
export function useExport(
  call: Call,
  host: Pick<Bridge, 'save'>,
  { outcomes, reasons }: Pick<Output<'app.state'>, 'outcomes' | 'reasons'>,
) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  return async (which: Which, order: LeadsOrder, columns: readonly string[]): Promise<void> => {
    // Where somebody stands in the queue is true only now.
    const ids = [...new Set([...columns, ...ALWAYS])].filter((id) => id !== 'next')
    const { fileId, name, rows } = await call('batch.export', {
      which,
      order,
      columns: ids.map((id) => ({
        id,
        header: id.startsWith(EXTRA) ? id.slice(EXTRA.length) : t(`leads.column.${id as LeadColumn}`, id),
      })),
      words: Object.fromEntries([
        ...STAGES.map((id) => [`stage.${id}`, t(`common.stage.${id}`)]),
        ...outcomes.map(({ code }) => [`outcome.${code}`, t(`call.outcome.${code as 'busy'}`)]),
        ...reasons.map(({ code }) => [`reason.${code}`, t(`call.reason.${code as 'timing'}`)]),
      ] as [string, string][]),
    })
    if (await host.save(fileId, name)) notify({ text: t('leads.batch.written', { count: rows, name }) })
  }
}
