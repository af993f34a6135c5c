import type { TFunction } from 'i18next'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { LeadRow } from '#shared/contract/leads'
import { EXTRA, LEAD_COLUMNS, LEAD_SORTS, type LeadColumn } from '#shared/domain/leads'
import { isOneOf } from '#shared/lib/table'
import { useFormat, type Format } from '#renderer/ui/format'
import type { Column } from '#renderer/ui/table'
import { useNextWords } from './next-words.ts'
import styles from './leads.module.css'

type Say = { t: TFunction; format: Format; next: (next: LeadRow['next']) => string }
type Shape = { width: string; end?: true; cell: (row: LeadRow, say: Say) => ReactNode }

const text = (width: string, of: (row: LeadRow, say: Say) => string | null | undefined): Shape => ({
  width,
  cell: (row, say) => {
    const value = of(row, say) ?? ''
    return (
      <span title={value} dir="auto">
        {value}
      </span>
    )
  },
})
const figure = (width: string, of: (row: LeadRow, say: Say) => string): Shape => ({
  width,
  end: true,
  cell: of,
})

const SHAPES: Readonly<Record<LeadColumn, Shape>> = {
  name: {
    width: 'minmax(122px, 1.5fr)',
    cell: ({ name }) => (
      <b title={name} dir="auto">
        {name}
      </b>
    ),
  },
  company: text('minmax(90px, 1.2fr)', ({ company }) => company),
  title: text('minmax(110px, 1fr)', ({ title }) => title),
  phone: {
    width: '136px',
    cell: ({ phone }, { t }) =>
      phone ? (
        <span className={styles.phone}>{phone}</span>
      ) : (
        <span className={styles.quiet}>{t('leads.noNumber')}</span>
      ),
  },
  email: text('minmax(140px, 1.2fr)', ({ email }) => email),
  stage: text('108px', ({ stage }, { t }) => t(`common.stage.${stage}`)),
  reason: text(
    '132px',
    ({ reason }, { t }) => reason && t(`call.reason.${reason as 'timing'}`, t('leads.ownReason')),
  ),
  list: text('minmax(110px, 1.1fr)', ({ listName }) => listName),
  source: text('116px', ({ source }) => source),
  campaign: text('116px', ({ campaign }) => campaign),
  owner: text('116px', ({ owner }) => owner),
  next: text('minmax(160px, 1.4fr)', ({ next }, say) => say.next(next)),
  dials: figure('64px', ({ dials }, { format }) => format.number(dials)),
  attempts: figure('72px', ({ attempts }, { format }) => format.number(attempts)),
  lastDial: {
    width: '84px',
    cell: ({ lastDialAt }, { t, format }) =>
      lastDialAt === null ? (
        <span className={styles.quiet}>{t('leads.never')}</span>
      ) : (
        format.recent(lastDialAt, t('common.today'))
      ),
  },
  lastOutcome: text(
    '120px',
    ({ lastOutcome }, { t }) => lastOutcome && t(`call.outcome.${lastOutcome as 'busy'}`),
  ),
  fit: figure('60px', ({ fit }, { format }) => format.points(fit)),
  bant: figure('64px', ({ bant }, { format }) => format.points(bant)),
  arrived: text('84px', ({ arrivedAt }, { format }) => format.day(arrivedAt)),
  wakes: text('84px', ({ wakesAt }, { format }) => (wakesAt === null ? '' : format.day(wakesAt))),
  country: text('64px', ({ country }) => country),
  city: text('116px', ({ city }) => city),
}

const isKnown = (id: string): id is LeadColumn => isOneOf(LEAD_COLUMNS, id)
const SORTS: readonly string[] = LEAD_SORTS

/** The columns that were chosen, in their order. The name is always there. */
export function useLeadsColumns(ids: readonly string[]): readonly Column<LeadRow>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const next = useNextWords()
  return useMemo(() => {
    const say: Say = { t, format, next }
    const shown = ids.includes('name') ? ids : ['name', ...ids]
    return shown.flatMap((id): Column<LeadRow>[] => {
      if (id.startsWith(EXTRA)) {
        const header = id.slice(EXTRA.length)
        const { width, cell } = text('132px', ({ extra }) => extra[header])
        return [{ id, name: header, width, cell: (row) => cell(row, say) }]
      }
      if (!isKnown(id)) return []
      const { cell, ...shape } = SHAPES[id]
      return [
        {
          id,
          name: t(`leads.column.${id}`),
          ...shape,
          sorts: SORTS.includes(id),
          cell: (row) => cell(row, say),
        },
      ]
    })
  }, [t, format, next, ids])
}
