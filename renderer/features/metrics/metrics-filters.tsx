import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { BASES, UNITS } from '#shared/domain/metrics'
import { DateField } from '#renderer/ui/date-field'
import { Segmented } from '#renderer/ui/segmented'
import { Select, type Option } from '#renderer/ui/select'
import type { MetricsState } from './metrics-store.ts'
import { daysOf, PERIOD_IDS, periodOf, type Period } from './period.ts'
import styles from './metrics.module.css'

/** A select has no way to say null or the empty text. */
const ALL = 'all'
const NONE = 'none'
const shown = (key: string | null) => (key === null ? ALL : key === '' ? NONE : `is ${key}`)
const read = (id: string) => (id === ALL ? null : id === NONE ? '' : id.slice(3))

type Props = Pick<MetricsState, 'filter' | 'sources' | 'narrow'> & {
  state: Pick<Output<'app.state'>, 'lists' | 'reps'>
  today: string
}

export function MetricsFilters({ filter, sources, narrow, state, today }: Props) {
  const { t } = useTranslation()
  const period = periodOf(filter, today)
  // Own days stay in sight while they are being chosen, also when they happen to be a period.
  const [isOwn, setOwn] = useState(period === null)
  const named = (all: string, none: string | null, rows: readonly { key: string; name: string | null }[]) => [
    { id: ALL, name: all },
    ...rows
      .filter(({ key }) => key !== '')
      .map(({ key, name }): Option => ({ id: shown(key), name: name ?? key })),
    ...(none === null ? [] : [{ id: NONE, name: none }]),
  ]
  const keyed = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ key: id, name }))

  return (
    <div className={styles.filters}>
      <Segmented
        bareLabel
        label={t('metrics.unit')}
        options={UNITS.map((id) => ({ id, name: t(`metrics.units.${id}`) }))}
        value={filter.unit}
        onChange={(unit) => narrow({ unit })}
      />
      {filter.unit === 'people' && (
        <Segmented
          bareLabel
          label={t('metrics.basis')}
          options={BASES.map((id) => ({ id, name: t(`metrics.bases.${id}`) }))}
          value={filter.basis}
          onChange={(basis) => narrow({ basis })}
        />
      )}
      <Select<Period | 'own'>
        bareLabel
        label={t('metrics.period')}
        options={[...PERIOD_IDS, 'own' as const].map((id) => ({ id, name: t(`metrics.periods.${id}`) }))}
        value={isOwn || period === null ? 'own' : period}
        onChange={(id) => {
          setOwn(id === 'own')
          if (id !== 'own') narrow(daysOf(id, today))
        }}
      />
      {(isOwn || period === null) && (
        <>
          <DateField
            bareLabel
            label={t('metrics.from')}
            value={filter.from}
            onChange={(from) => from && narrow({ from, to: from > filter.to ? from : filter.to })}
          />
          <DateField
            bareLabel
            label={t('metrics.to')}
            value={filter.to}
            onChange={(to) => to && narrow({ to, from: to < filter.from ? to : filter.from })}
          />
        </>
      )}
      <Select
        bareLabel
        label={t('metrics.list')}
        options={named(t('metrics.allLists'), null, keyed(state.lists))}
        value={shown(filter.listId)}
        onChange={(id) => narrow({ listId: read(id) })}
      />
      <Select
        bareLabel
        label={t('metrics.rep')}
        options={named(t('metrics.allReps'), t('metrics.noName.rep'), keyed(state.reps))}
        value={shown(filter.repId)}
        onChange={(id) => narrow({ repId: read(id) })}
      />
      <Select
        bareLabel
        label={t('metrics.source')}
        options={named(t('metrics.allSources'), t('metrics.noName.source'), sources)}
        value={shown(filter.source)}
        onChange={(id) => narrow({ source: read(id) })}
      />
    </div>
  )
}
