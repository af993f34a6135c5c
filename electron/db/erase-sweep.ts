import { redacted, redactor, type Needles } from '#shared/domain/redact'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

/** Rows of one piece: a few milliseconds. */
const PIECE = 2000
type Row = Record<string, string | number | null>
type Place = { table: string; key: readonly string[]; column: string }

/** Where others may have written of somebody: plain words, or values in JSON. */
const PLACES: readonly Place[] = [
  { table: 'texts', key: ['fact_id', 'field'], column: 'text' },
  { table: 'drafts', key: ['lead_id'], column: 'note' },
  { table: 'leads', key: ['id'], column: 'extra' },
  { table: 'batches', key: ['id'], column: 'deed' },
  { table: 'views', key: ['id'], column: 'look' },
  { table: 'import_changes', key: ['import_id', 'n'], column: 'before' },
]

/**
 * Takes somebody out of what is about others, a piece of the store at a time: a step ends with each. It may be begun
 * again as long as their own rows are there.
 */
export function* sweep(db: Db, persons: readonly string[], needles: Needles): Generator<void, void, void> {
  const redact = redactor(needles)
  for (const place of PLACES) yield* sweepTexts(db, place, redact)
  yield* sweepRows(db, redact)
  yield* sweepKeys(db, persons)
}

function* sweepTexts(db: Db, { table, key, column }: Place, redact: (text: string) => string) {
  const save = raw(
    db,
    `UPDATE ${table} SET ${column} = ? WHERE ${key.map((name) => `${name} = ?`).join(' AND ')}`,
  )
  for (const rows of pieces(db, table, key, `, ${column} AS words`)) {
    db.transaction(() => {
      for (const row of rows) {
        const { words } = row
        if (typeof words !== 'string') continue
        const after = clean(words, redact)
        if (after !== words) save.run(after, ...key.map((name) => row[name]))
      }
    })
    yield
  }
}

function clean(text: string, redact: (text: string) => string): string {
  // Of most nothing is to be taken out; that is known sooner than what they hold.
  if (!/^[[{"]/.test(text) || redact(text.replace(/\\["\\/]/g, '')) === text.replace(/\\["\\/]/g, ''))
    return redact(text)
  try {
    return JSON.stringify(redacted(JSON.parse(text), redact))
  } catch {
    return redact(text)
  }
}

/** A row of a file that names them is theirs as a whole: what else it says nobody can tell apart. */
function* sweepRows(db: Db, redact: (text: string) => string) {
  const blank = raw(
    db,
    `UPDATE import_rows SET cells = '[]', problems = '[]', found = NULL WHERE import_id = ? AND line = ?`,
  )
  const columns = `, cells, problems || coalesce(found, '') AS rest`
  for (const rows of pieces(db, 'import_rows', ['import_id', 'line'], columns)) {
    db.transaction(() => {
      for (const { import_id: id, line, cells, rest } of rows)
        if (isNamed(String(cells), redact) || redact(String(rest)) !== rest) blank.run(id, line)
    })
    yield
  }
}

/** The full name may stand in two columns. */
function isNamed(cells: string, redact: (text: string) => string): boolean {
  const row = JSON.parse(cells) as string[]
  return [row.join('\n'), row.join(' ')].some((text) => redact(text) !== text)
}

/** Nothing finds these by person. */
function* sweepKeys(db: Db, persons: readonly string[]) {
  const theirs = new Set<unknown>(persons)
  const drop = raw(db, 'DELETE FROM identities WHERE kind = ? AND key = ? AND person_id = ?')
  for (const rows of pieces(db, 'identities', ['kind', 'key', 'person_id'])) {
    const found = rows.filter(({ person_id: id }) => theirs.has(id))
    if (found.length > 0)
      db.transaction(() => {
        for (const { kind, key, person_id: id } of found) drop.run(kind, key, id)
      })
    yield
  }
}

/** A whole table in the order of its key, without holding a snapshot that would keep the log from being written back. */
function* pieces(db: Db, table: string, key: readonly string[], more = ''): Generator<Row[], void, void> {
  const names = key.join(', ')
  const select = `SELECT ${names}${more} FROM ${table}`
  const order = `ORDER BY ${names} LIMIT ${PIECE}`
  const next = raw<Row>(db, `${select} WHERE (${names}) > (${key.map(() => '?').join(', ')}) ${order}`)
  for (let rows = raw<Row>(db, `${select} ${order}`).all(); rows.length > 0;) {
    yield rows
    const last = rows.at(-1) ?? {}
    rows = next.all(...key.map((name) => last[name]))
  }
}
