import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import { Dialog } from '#renderer/ui/dialog'
import { Failure } from '#renderer/ui/failure'
import { useFormat } from '#renderer/ui/format'
import { Table, type Column } from '#renderer/ui/table'
import { usePaged } from '#renderer/ui/use-paged'
import type { Behind } from './metrics-store.ts'
import styles from './metrics.module.css'

type Row = Output<'metrics.rows'>['rows'][number]
type Props = { call: Call; behind: Behind | null; onClose: () => void }

/** Every figure opens the rows behind it, and each row opens its lead. */
export function BehindDialog({ call, behind, onClose }: Props) {
  const { t } = useTranslation()
  const title = behind
    ? [t(`metrics.figure.${behind.input.figure}`), behind.of].filter(Boolean).join(' · ')
    : ''
  return (
    <Dialog title={title} closeLabel={t('common.close')} isOpen={behind !== null} onClose={onClose} widest>
      {behind && <Rows call={call} behind={behind} title={title} onClose={onClose} />}
    </Dialog>
  )
}

function Rows({ call, behind, title, onClose }: Props & { behind: Behind; title: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [, go] = useLocation()
  const { input } = behind
  const ask = useCallback(
    (offset: number, limit: number) => call('metrics.rows', { ...input, offset, limit }),
    [call, input],
  )
  const { rows, total, state, onRange, reload } = usePaged<Row>(ask)
  const columns = useColumns()
  if (state.kind === 'failed') return <Failure error={state.error} onRetry={reload} />
  return (
    <>
      <p className={styles.total} role="status">
        {state.kind === 'ready' && (
          <>
            <b>{format.number(total)}</b> · {t('metrics.rowsHint')}
          </>
        )}
      </p>
      <Table
        label={title}
        columns={columns}
        rows={rows}
        count={total}
        onRange={onRange}
        keyOf={keyOf}
        onOpen={({ leadId }) => {
          onClose()
          go(`/leads/${leadId}`)
        }}
        empty={state.kind === 'ready' ? t('metrics.rowsNone') : null}
        height={Math.min(440, 40 + Math.max(3, total) * 33)}
      />
    </>
  )
}

const keyOf = ({ leadId, at }: Row) => `${leadId} ${at}`

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        name: t('metrics.rows.name'),
        width: 'minmax(130px, 1.4fr)',
        cell: ({ name }) => <b>{name}</b>,
      },
      {
        id: 'company',
        name: t('metrics.rows.company'),
        width: 'minmax(110px, 1.2fr)',
        cell: ({ company }) => company,
      },
      { id: 'rep', name: t('metrics.rows.rep'), width: 'minmax(80px, 1fr)', cell: ({ rep }) => rep },
      {
        id: 'source',
        name: t('metrics.rows.source'),
        width: 'minmax(80px, 1fr)',
        cell: ({ source }) => source,
      },
      {
        id: 'stage',
        name: t('metrics.rows.stage'),
        width: '118px',
        cell: ({ stage }) => t(`common.stage.${stage}`),
      },
      { id: 'at', name: t('metrics.rows.at'), width: '148px', cell: ({ at }) => format.moment(at) },
      {
        id: 'talk',
        name: t('metrics.rows.talk'),
        width: '64px',
        end: true,
        cell: ({ talk, talkAtLeast }) =>
          talk === null ? '' : `${talkAtLeast ? '≥ ' : ''}${format.clock(talk)}`,
      },
    ],
    [t, format],
  )
}
