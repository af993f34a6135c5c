import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { useFormat } from '#renderer/ui/format'
import { DryRun } from '../dry-run.tsx'
import { walkLastMonth, type LastMonth } from '../last-month.ts'
import { WhatIf } from '../what-if.tsx'
import type { Entry } from './outcome.ts'
import type { OutcomeWords } from './outcome-words.ts'

type Part = Output<'outcome.preview'>
type Row = Part['rows'][number]
type Found = LastMonth<Part['outcomes'][number], Row>
type Props = { call: Call; entries: Entry[]; words: OutcomeWords }

/** What the draft would have made of last month's calls. */
export function OutcomePreview({ call, entries, words }: Props) {
  const { t } = useTranslation()
  return (
    <DryRun
      of={entries}
      walk={(outcomes) =>
        walkLastMonth(async (days) => {
          const { outcomes: tallies, ...part } = await call('outcome.preview', { outcomes, ...days })
          return { ...part, tallies }
        })
      }
      label={t('catalogue.preview')}
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
  const would = ({ before, after, off, asks, closes }: Row) =>
    [
      ...(after === null || after === before ? [] : [format.moment(after)]),
      ...(off ? [t('outcomes.rowSays.off')] : []),
      ...(asks ? [t('outcomes.rowSays.asks')] : []),
      ...(closes === null ? [] : [t(`outcomes.rowSays.${closes}`)]),
    ].join(', ')
  return (
    <WhatIf
      said={t(`outcomes.${key}`, figures)}
      effects={(['calls', ...EFFECTS] as const).map((effect) => [effect, t(`outcomes.tally.${effect}`)])}
      tallies={otherwise}
      rows={rows}
      names={{
        table: t('catalogue.preview'),
        rows: t('outcomes.rows'),
        code: t('outcomes.column.name'),
        at: t('outcomes.row.at'),
        before: t('outcomes.row.was'),
      }}
      nameOf={words.name}
      when={format.moment}
      would={would}
    />
  )
}
