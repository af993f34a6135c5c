import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'

import { useFormat } from '#renderer/ui/format'
import { Table, type Column } from '#renderer/ui/table'
import styles from './catalogue/catalogue.module.css'

/** Of one outcome or reason, how often each effect would have come about. */
type Tallied = { code: string } & Readonly<Record<string, number | string>>
/** One of those that would have gone another way. */
type Sampled = {
  id: string
  leadId: string
  name: string
  code: string
  at: number
  before: number | null
}

type Props<Row extends Sampled> = {
  /** How many were looked at, of which days. */
  said: string
  /** The effects in the order of their columns, by id with their names. */
  effects: readonly (readonly [id: string, name: string])[]
  tallies: readonly Tallied[]
  rows: readonly Row[]
  names: { table: string; rows: string; code: string; at: string; before: string }
  nameOf: (code: string) => string
  /** How `before` is told. */
  when: (at: number) => string
  /** What would have been of a row, in words. */
  would: (row: Row) => string
}

/** What a draft would have made of what was: how many by outcome or reason, and some of them. */
export function WhatIf<Row extends Sampled>(props: Props<Row>) {
  const { said, effects, tallies, names, nameOf } = props
  const format = useFormat()
  const columns: Column<Tallied>[] = [
    { id: 'name', name: names.code, width: 'minmax(110px, 1fr)', cell: ({ code }) => nameOf(code) },
    ...effects.map(([id, name]) => ({
      id,
      name,
      width: 'minmax(64px, 0.6fr)',
      end: true,
      cell: (tally: Tallied) => format.number(Number(tally[id])),
    })),
  ]
  return (
    <div className={styles.stack}>
      <p role="status">{said}</p>
      {tallies.length > 0 && (
        <>
          <Table
            label={names.table}
            columns={columns}
            rows={tallies}
            keyOf={({ code }) => code}
            height={44 + tallies.length * 33}
          />
          <Rows {...props} />
        </>
      )}
    </div>
  )
}

/** A sample; each opens its lead. */
function Rows<Row extends Sampled>({ rows, names, nameOf, when, would }: Props<Row>) {
  const { t } = useTranslation()
  const format = useFormat()
  const [, go] = useLocation()
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'who',
        name: t('catalogue.row.who'),
        width: 'minmax(110px, 1fr)',
        cell: ({ name }) => <b>{name}</b>,
      },
      { id: 'code', name: names.code, width: 'minmax(90px, 0.8fr)', cell: ({ code }) => nameOf(code) },
      { id: 'at', name: names.at, width: 'minmax(134px, 0.8fr)', cell: ({ at }) => format.moment(at) },
      {
        id: 'was',
        name: names.before,
        width: 'minmax(134px, 0.8fr)',
        cell: ({ before }) => before !== null && when(before),
      },
      { id: 'would', name: t('catalogue.row.would'), width: 'minmax(140px, 1.2fr)', cell: would },
    ],
    [t, format, names, nameOf, when, would],
  )
  return (
    <Table
      label={names.rows}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      onOpen={({ leadId }) => go(`/leads/${leadId}`)}
      height={Math.min(320, 32 + rows.length * 33)}
    />
  )
}
