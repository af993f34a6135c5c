import { useTranslation } from 'react-i18next'

import { THIN, type Figure as FigureId, type TableBy, type Unit } from '#shared/domain/metrics'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import { Figure } from './figure.tsx'
import type { Filter, MetricsState, TableRow } from './metrics-store.ts'
import { RateLine } from './rate-line.tsx'
import { scaleOf, useRate, type Rate } from './use-rate.ts'
import styles from './metrics.module.css'
import split from './split.module.css'

const LATER = ['sql', 'opportunity', 'contract'] as const
/** Which part of the filter a row of the table stands for. */
const FIELD = { rep: 'repId', list: 'listId', source: 'source' } as const satisfies Record<
  TableBy,
  keyof Filter
>

type Props = { rows: readonly TableRow[]; by: TableBy; unit: Unit; open: MetricsState['open'] }

export function SplitTable({ rows, by, unit, open }: Props) {
  const { t } = useTranslation()
  const step = ({ figures }: TableRow, id: string) => figures.steps.find((one) => one.step === id)
  const interested = (row: TableRow) => step(row, 'interested')?.rate ?? null
  const connectMax = scaleOf(rows.map(({ figures }) => figures.connectRate))
  const interestedMax = scaleOf(rows.map(interested))
  return (
    <div className={styles.scroll} role="region" tabIndex={0} aria-label={t(`metrics.column.name.${by}`)}>
      <table className={split.table}>
        <thead>
          <tr>
            <th scope="col">{t(`metrics.column.name.${by}`)}</th>
            <th scope="col">{unit === 'calls' ? t('metrics.column.dials') : t('metrics.step.called')}</th>
            <th scope="col">{t('metrics.column.connects')}</th>
            <th scope="col">{t('metrics.column.connectRate')}</th>
            <th scope="col">{t('metrics.column.interval')}</th>
            <th scope="col">{t('metrics.column.interested')}</th>
            <th scope="col">{t(unit === 'calls' ? 'metrics.column.rateCalls' : 'metrics.column.rate')}</th>
            <th scope="col">{t('metrics.column.interval')}</th>
            {LATER.map((id) => (
              <th key={id} scope="col">
                {t(`metrics.column.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const name = row.name ?? t(`metrics.noName.${by}`)
            const figure = (id: FigureId, value: number) => (
              <Figure
                value={value}
                label={`${name}, ${t(`metrics.figure.${id}`)}`}
                onOpen={() => open(id, { change: { [FIELD[by]]: row.key }, of: name })}
              />
            )
            const called = step(row, 'called')?.n ?? 0
            const { connectRate, peopleDialled } = row.figures
            const people = unit === 'calls' ? peopleDialled : called
            return (
              <tr key={row.key}>
                <th scope="row">
                  {name} {people < THIN && <Chip tone="warn">{t('metrics.thin', { n: people })}</Chip>}
                </th>
                <td>{figure('called', called)}</td>
                <td>{figure('connects', row.figures.connects)}</td>
                <td>
                  <Share rate={connectRate} />
                </td>
                <td className={split.line}>
                  <RateLine rate={connectRate} max={connectMax} />
                </td>
                <td>{figure('interested', step(row, 'interested')?.n ?? 0)}</td>
                <td>
                  <Share rate={interested(row)} />
                </td>
                <td className={split.line}>
                  <RateLine rate={interested(row)} max={interestedMax} />
                </td>
                {LATER.map((id) => (
                  <td key={id}>{figure(id, step(row, id)?.n ?? 0)}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Share({ rate }: { rate: Rate | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { share } = useRate()
  return (
    <>
      {share(rate)}{' '}
      {rate && <small className={split.of}>{t('metrics.of', { of: format.number(rate.of) })}</small>}
    </>
  )
}
