import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { LeadRow } from '#shared/contract/leads'
import { useFormat } from '#renderer/ui/format'
import type { Column } from '#renderer/ui/table'
import { useNextWords } from './next-words.ts'
import styles from './leads.module.css'

/** `withList`: the list is named when several are in sight. */
export function useLeadsColumns(withList: boolean): readonly Column<LeadRow>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const nextWords = useNextWords()
  return useMemo(() => {
    const column = (id: keyof typeof WIDTHS, cell: Column<LeadRow>['cell'], more = {}): Column<LeadRow> => ({
      id,
      name: t(`leads.column.${id}`),
      width: WIDTHS[id],
      cell,
      ...more,
    })
    return [
      column('name', ({ name }) => <b title={name}>{name}</b>, { sorts: true }),
      column('company', ({ company }) => <span title={company ?? ''}>{company}</span>),
      column('phone', ({ phone }) =>
        phone ? (
          <span className={styles.phone}>{phone}</span>
        ) : (
          <span className={styles.quiet}>{t('leads.noNumber')}</span>
        ),
      ),
      column('stage', ({ stage }) => t(`common.stage.${stage}`)),
      ...(withList ? [column('list', ({ listName }) => <span title={listName}>{listName}</span>)] : []),
      column('next', ({ next }) => <span title={nextWords(next)}>{nextWords(next)}</span>),
      column('dials', ({ dials }) => format.number(dials), { end: true }),
      column(
        'lastDial',
        ({ lastDialAt }) =>
          lastDialAt === null ? (
            <span className={styles.quiet}>{t('leads.never')}</span>
          ) : (
            format.recent(lastDialAt, t('common.today'))
          ),
        { sorts: true },
      ),
      column('fit', ({ fit }) => format.points(fit), { end: true, sorts: true }),
    ]
  }, [t, format, nextWords, withList])
}

const WIDTHS = {
  name: 'minmax(140px, 1.5fr)',
  company: 'minmax(110px, 1.2fr)',
  phone: '148px',
  stage: '116px',
  list: 'minmax(110px, 1.1fr)',
  next: 'minmax(120px, 1.2fr)',
  dials: '64px',
  lastDial: '92px',
  fit: '56px',
} as const
