import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'

import type { Call } from '#shared/contract/api'
import { useFormat } from '#renderer/ui/format'
import { Table, type Column } from '#renderer/ui/table'
import { DryRun } from '../dry-run.tsx'
import styles from '../catalogue/catalogue.module.css'
import { walkLastMonth, type Found, type Tally } from './last-month-calls.ts'
import type { Entry } from './outcome.ts'
import type { OutcomeWords } from './outcome-words.ts'

type Props = { call: Call; entries: Entry[]; words: OutcomeWords }

/** What the draft would have made of last month's calls. */
export function OutcomePreview({ call, entries, words }: Props) {
  const { t } = useTranslation()
  return (
    <DryRun
      of={entries}
      walk={(of) => walkLastMonth(call, of)}
      label={t('outcomes.preview')}
      going={(figures) => t('outcomes.previewing', figures)}
    >
      {(found) => <Result of={found} words={words} />}
    </DryRun>
  )
}

const EFFECTS = ['sooner', 'later', 'asks', 'off', 'more', 'fewer'] as const

function Result({ of: { days, seen, tallies, rows }, words }: { of: Found; words: OutcomeWords }) {
  const { t } = useTranslation()
  const format = useFormat()
  const otherwise = tallies.filter((tally) => EFFECTS.some((effect) => tally[effect] > 0))
  const key = seen === 0 ? 'previewNone' : otherwise.length === 0 ? 'previewSame' : 'previewOf'
  const figures = { calls: format.number(seen), from: format.date(days.from), to: format.date(days.to) }
  const columns: Column<Tally>[] = [
    {
      id: 'name',
      name: t('outcomes.column.name'),
      width: 'minmax(110px, 1fr)',
      cell: ({ code }) => words.name(code),
    },
    ...(['calls', ...EFFECTS] as const).map((effect) => ({
      id: effect,
      name: t(`outcomes.tally.${effect}`),
      width: 'minmax(64px, 0.6fr)',
      end: true,
      cell: (tally: Tally) => format.number(tally[effect]),
    })),
  ]
  return (
    <div className={styles.stack}>
      <p role="status">{t(`outcomes.${key}`, figures)}</p>
      {otherwise.length > 0 && (
        <>
          <Table
            label={t('outcomes.preview')}
            columns={columns}
            rows={otherwise}
            keyOf={({ code }) => code}
            height={44 + otherwise.length * 33}
          />
          <Rows rows={rows} words={words} />
        </>
      )}
    </div>
  )
}

type Row = Found['rows'][number]

/** A sample of the calls; each opens its lead. */
function Rows({ rows, words }: { rows: readonly Row[]; words: OutcomeWords }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [, go] = useLocation()
  const columns = useMemo((): Column<Row>[] => {
    const would = ({ before, after, off, asks, closes }: Row) =>
      [
        after !== null && after !== before && format.moment(after),
        off && t('outcomes.rowSays.off'),
        asks && t('outcomes.rowSays.asks'),
        closes !== null && t(`outcomes.rowSays.${closes}`),
      ]
        .filter(Boolean)
        .join(', ')
    return [
      {
        id: 'who',
        name: t('outcomes.row.who'),
        width: 'minmax(110px, 1fr)',
        cell: ({ name }) => <b>{name}</b>,
      },
      {
        id: 'outcome',
        name: t('outcomes.column.name'),
        width: 'minmax(90px, 0.8fr)',
        cell: ({ code }) => words.name(code),
      },
      {
        id: 'at',
        name: t('outcomes.row.at'),
        width: 'minmax(134px, 0.8fr)',
        cell: ({ at }) => format.moment(at),
      },
      {
        id: 'was',
        name: t('outcomes.row.was'),
        width: 'minmax(134px, 0.8fr)',
        cell: ({ before }) => before !== null && format.moment(before),
      },
      { id: 'would', name: t('outcomes.row.would'), width: 'minmax(140px, 1.2fr)', cell: would },
    ]
  }, [t, format, words])
  return (
    <Table
      label={t('outcomes.rows')}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      onOpen={({ leadId }) => go(`/leads/${leadId}`)}
      height={Math.min(320, 32 + rows.length * 33)}
    />
  )
}
