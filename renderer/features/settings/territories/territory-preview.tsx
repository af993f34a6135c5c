import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { useFormat } from '#renderer/ui/format'
import { DryRun } from '../dry-run.tsx'
import type { Areas } from './area-text.ts'
import styles from './territories.module.css'

type Part = Output<'territories.preview'>
type Sum = Pick<Part, 'seen' | 'inside' | 'nobody'> & { total: number; shared: Record<string, number> }

const EMPTY: Sum = { seen: 0, inside: 0, nobody: 0, total: 0, shared: {} }

function add(sum: Sum, part: Part): Sum {
  const shared = { ...sum.shared }
  for (const { repId, n } of part.shared) shared[repId] = (shared[repId] ?? 0) + n
  return {
    seen: sum.seen + part.seen,
    inside: sum.inside + part.inside,
    nobody: sum.nobody + part.nobody,
    total: part.total ?? sum.total,
    shared,
  }
}

type Props = {
  call: Call
  repId: string
  rows: Output<'territories.get'>
  /** What the fields say now. */
  areas: Areas
}

/** Whom it would hold, who else has them, and whom nobody has. */
export function TerritoryPreview({ call, repId, rows, areas }: Props) {
  const { t } = useTranslation()
  return (
    <DryRun
      of={areas}
      walk={(of) => walk(call, repId, of)}
      label={t('territory.preview')}
      going={(figures) => t('territory.previewing', figures)}
    >
      {(sum) => <Held sum={sum} repId={repId} rows={rows} />}
    </DryRun>
  )
}

async function* walk(call: Call, repId: string, areas: Areas): AsyncGenerator<Sum> {
  let sum = EMPTY
  for (let after: number | null = 0; after !== null;) {
    const part: Part = await call('territories.preview', { repId, areas, after })
    after = part.after
    yield (sum = add(sum, part))
  }
}

function Held({ sum, repId, rows }: Pick<Props, 'repId' | 'rows'> & { sum: Sum }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = (id: string) => rows.find((row) => row.repId === id)?.name ?? ''
  const free = rows.filter((row) => row.repId !== repId && row.areas.length === 0).map(({ name }) => name)
  const who =
    free.length > 0
      ? t('territory.gapServed', { names: new Intl.ListFormat(format.locale).format(free) })
      : t('territory.gapUnserved')
  const shared = Object.entries(sum.shared)
  return (
    <div role="status" className={styles.effect}>
      <p>
        {t('territory.inside', {
          count: sum.inside,
          number: format.number(sum.inside),
          of: format.number(sum.seen),
        })}
      </p>
      {shared.length === 0 && <p>{t('territory.noOverlap')}</p>}
      {shared.map(([id, n]) => (
        <p key={id}>{t('territory.overlap', { count: n, number: format.number(n), name: nameOf(id) })}</p>
      ))}
      <p>
        {sum.nobody === 0
          ? t('territory.noGap')
          : t('territory.gap', { count: sum.nobody, number: format.number(sum.nobody), who })}
      </p>
    </div>
  )
}
