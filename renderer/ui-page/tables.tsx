import { useState } from 'react'

import { Table, type Column } from '../ui/table.tsx'
import { Specimen, type SectionProps } from './specimen.tsx'

type Row = { id: string; name: string; count: number }

export function Tables({ words }: SectionProps) {
  const [descending, setDescending] = useState(false)
  const [picked, setPicked] = useState<readonly string[]>(['2'])
  const rows: Row[] = [words.light, words.dark, words.long].map((name, nth) => ({
    id: String(nth),
    name,
    count: nth * 1200,
  }))
  const columns: Column<Row>[] = [
    { id: 'name', name: words.name, width: 'minmax(160px, 2fr)', cell: ({ name }) => name, sorts: true },
    { id: 'late', name: words.language, width: '1fr', cell: () => words.late },
    { id: 'count', name: 'n', width: '96px', cell: ({ count }) => count, end: true },
  ]
  const shared = { columns, keyOf: ({ id }: Row) => id, height: 160 }
  return (
    <Specimen name="Table" wide>
      <Table
        {...shared}
        label={words.name}
        rows={rows}
        onOpen={() => {}}
        openKey="1"
        sorting={{ column: 'name', descending }}
        onSort={() => setDescending(!descending)}
      />
      <Table
        {...shared}
        label={words.open}
        rows={rows}
        onOpen={() => {}}
        picking={{
          has: ({ id }) => picked.includes(id),
          onPick: (index) => setPicked(picked.includes(String(index)) ? [] : [String(index)]),
          onAll: () => setPicked(picked.length === rows.length ? [] : rows.map(({ id }) => id)),
          isAll: picked.length === rows.length,
          labelOf: ({ name }) => name,
          allLabel: words.more,
        }}
      />
      <Table {...shared} label={words.more} rows={[]} count={3} />
      <Table {...shared} label={words.empty} rows={[]} empty={<p>{words.empty}</p>} />
    </Specimen>
  )
}
