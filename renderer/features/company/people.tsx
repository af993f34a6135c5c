import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'

import type { CompanyPage as Company } from '#shared/contract/company'
import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import { Table, type Column } from '#renderer/ui/table'
import styles from './company.module.css'

/** Pixels: no taller than its rows, and no taller than leaves the rest in sight. */
const [HEAD, ROW, MOST] = [40, 33, 460]

type Person = Company['people'][number]

/** Those who were touched last first; Enter opens their lead. */
export function People({ company: { people, total } }: { company: Company }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [, go] = useLocation()
  const columns: readonly Column<Person>[] = [
    { id: 'name', name: t('company.name'), width: 'minmax(140px, 2fr)', cell: ({ name }) => name },
    { id: 'title', name: t('company.title'), width: 'minmax(100px, 1.5fr)', cell: ({ title }) => title },
    {
      id: 'stage',
      name: t('company.stageName'),
      width: '110px',
      cell: ({ stage }) => stage && t(`common.stage.${stage}`),
    },
    {
      id: 'touch',
      name: t('company.lastTouch'),
      width: '130px',
      cell: ({ lastTouchAt }) =>
        lastTouchAt === null ? t('company.never') : format.recent(lastTouchAt, t('common.today')),
    },
  ]
  return (
    <Card
      flush
      title={t('company.people', { count: total })}
      aside={
        people.length < total && (
          <span className={styles.quiet}>{t('company.most', { count: people.length })}</span>
        )
      }
    >
      <Table
        label={t('company.people', { count: total })}
        columns={columns}
        rows={people}
        keyOf={({ personId }) => personId}
        onOpen={({ leadId }) => leadId && go(`/leads/${leadId}`)}
        empty={<p className={styles.none}>{t('company.nobody')}</p>}
        height={Math.min(MOST, HEAD + ROW * Math.max(1, people.length))}
      />
    </Card>
  )
}
