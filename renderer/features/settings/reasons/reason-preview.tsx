import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { useFormat } from '#renderer/ui/format'
import { DryRun } from '../dry-run.tsx'
import { walkLastMonth, type LastMonth } from '../last-month.ts'
import { WhatIf } from '../what-if.tsx'
import type { Entry } from './reason.ts'
import type { ReasonWords } from './reason-words.ts'

type Part = Output<'reason.preview'>
type Row = Part['rows'][number]
type Found = LastMonth<Part['reasons'][number], Row>
type Props = { call: Call; entries: Entry[]; words: ReasonWords }

/** What the draft would have made of those who left last month. */
export function ReasonPreview({ call, entries, words }: Props) {
  const { t } = useTranslation()
  return (
    <DryRun
      of={entries}
      walk={(reasons) =>
        walkLastMonth(async (days) => {
          const { reasons: tallies, ...part } = await call('reason.preview', { reasons, ...days })
          return { ...part, tallies }
        })
      }
      label={t('catalogue.preview')}
      going={(figures) => t('reasons.previewing', figures)}
    >
      {(found) => <Result of={found} words={words} />}
    </DryRun>
  )
}

const EFFECTS = ['sooner', 'later', 'closed', 'asleep', 'exit', 'off'] as const

function Result({ of: { days, seen, tallies, rows }, words }: { of: Found; words: ReasonWords }) {
  const { t } = useTranslation()
  const format = useFormat()
  const otherwise = tallies.filter((tally) => EFFECTS.some((effect) => tally[effect] > 0))
  const key = seen === 0 ? 'previewNone' : otherwise.length === 0 ? 'previewSame' : 'previewOf'
  const figures = { leads: format.number(seen), from: format.date(days.from), to: format.date(days.to) }
  const until = ({ before, after }: Row) =>
    before === after ? [] : [after === null ? t('reasons.rowSays.never') : format.day(after)]
  const would = (row: Row) =>
    [
      ...(row.stage === null ? [] : [t(`reasons.rowSays.${row.stage}`)]),
      ...until(row),
      ...(row.exit === null ? [] : [t(`exits.exits.${row.exit}`)]),
      ...(row.off ? [t('reasons.rowSays.off')] : []),
    ].join(', ')
  return (
    <WhatIf
      said={t(`reasons.${key}`, figures)}
      effects={(['leads', ...EFFECTS] as const).map((effect) => [effect, t(`reasons.tally.${effect}`)])}
      tallies={otherwise}
      rows={rows}
      names={{
        table: t('catalogue.preview'),
        rows: t('reasons.rows'),
        code: t('reasons.column.name'),
        at: t('reasons.row.at'),
        before: t('reasons.row.was'),
      }}
      nameOf={words.name}
      when={format.day}
      would={would}
    />
  )
}
