import { useTranslation } from 'react-i18next'

import { TABLES, type TableBy } from '#shared/domain/metrics'
import { Card } from '#renderer/ui/card'
import { Segmented } from '#renderer/ui/segmented'
import { Shown } from '#renderer/ui/shown'
import type { MetricsState } from './metrics-store.ts'
import { SplitTable } from './split-table.tsx'
import styles from './metrics.module.css'

const TITLES = { rep: 'metrics.byRep', list: 'metrics.byList', source: 'metrics.bySource' } as const

type Props = Pick<MetricsState, 'by' | 'filter' | 'table' | 'split' | 'open' | 'load'>

/** The same figures by rep, list or source, by name and never ranked. */
export function Split({ by, filter, table, split, open, load }: Props) {
  const { t } = useTranslation()
  return (
    <Card
      title={t(TITLES[by])}
      aside={
        <Segmented<TableBy>
          label={t('metrics.by')}
          bareLabel
          options={TABLES.map((id) => ({ id, name: t(`metrics.tables.${id}`) }))}
          value={by}
          onChange={split}
        />
      }
    >
      <Shown of={table} onRetry={() => void load()}>
        {(rows) => <SplitTable rows={rows} by={by} unit={filter.unit} open={open} />}
      </Shown>
      <p className={styles.note}>
        {t(`metrics.tableNote.${by}`)} {t('metrics.thinNote')}
      </p>
    </Card>
  )
}
