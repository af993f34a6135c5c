import type { Walked } from './dry-run.tsx'

/** The calendar month before an instant, where this screen is; days as `YYYY-MM-DD`. */
export function lastMonth(now: number): { from: string; to: string } {
  const date = new Date(now)
  const first = Date.UTC(date.getFullYear(), date.getMonth() - 1, 1)
  const last = Date.UTC(date.getFullYear(), date.getMonth(), 0)
  const text = (at: number) => new Date(at).toISOString().slice(0, 10)
  return { from: text(first), to: text(last) }
}

type Place = { at: number; id: string } | null
type Tallied = { code: string } & Readonly<Record<string, number | string>>
type Part<Tally, Row> = { seen: number; total: number | null; tallies: Tally[]; rows: Row[]; after: Place }
/** What a dry run over last month found so far. */
export type LastMonth<Tally, Row> = Walked & {
  days: { from: string; to: string }
  tallies: readonly Tally[]
  rows: readonly Row[]
}

/** Rows kept of one outcome or reason. */
const KEPT = 8

/** Asks for last month part by part, and adds up: figures by code, and a few rows of each. */
export async function* walkLastMonth<Tally extends Tallied, Row extends { code: string }>(
  ask: (of: { from: string; to: string; after: Place }) => Promise<Part<Tally, Row>>,
): AsyncGenerator<LastMonth<Tally, Row>> {
  const days = lastMonth(Date.now())
  let found: LastMonth<Tally, Row> = { days, seen: 0, total: 0, tallies: [], rows: [] }
  let after: Place = null
  do {
    const part: Part<Tally, Row> = await ask({ ...days, after })
    after = part.after
    found = {
      days,
      seen: found.seen + part.seen,
      total: part.total ?? found.total,
      tallies: added([...found.tallies, ...part.tallies]),
      rows: [...found.rows, ...part.rows].filter(isKept),
    }
    yield found
  } while (after !== null)
}

const isKept = <Row extends { code: string }>({ code }: Row, at: number, all: readonly Row[]): boolean =>
  all.slice(0, at).filter((row) => row.code === code).length < KEPT

const added = <Tally extends Tallied>(tallies: readonly Tally[]): Tally[] =>
  [...Map.groupBy(tallies, ({ code }) => code).values()].map((each) =>
    each.reduce((sum, one) => {
      const figures = Object.entries(one).filter(([name]) => name !== 'code')
      return {
        ...sum,
        ...Object.fromEntries(figures.map(([name, n]) => [name, Number(sum[name]) + Number(n)])),
      }
    }),
  )
