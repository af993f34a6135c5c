import type { Db } from './open.ts'
import { raw } from './raw.ts'

export type Word = { word: string; n: number }
type Stretch = { from: number; to: number }

export const lastRow = (db: Db, table: 'persons' | 'companies'): number =>
  raw<{ n: number | null }>(db, `SELECT max(rowid) AS n FROM ${table}`).get()?.n ?? 0

/** Provinces of a stretch of rows, with how many have each. */
export const provincesIn = (db: Db, stretch: Stretch): Word[] =>
  raw<Word>(
    db,
    `SELECT trim(province) AS word, count(*) AS n FROM persons
      WHERE rowid > @from AND rowid <= @to AND province > '' GROUP BY 1`,
  ).all(stretch)

export const industriesIn = (db: Db, stretch: Stretch): Word[] =>
  raw<Word>(
    db,
    `SELECT trim(industry) AS word, count(*) AS n FROM companies
      WHERE rowid > @from AND rowid <= @to AND industry > '' GROUP BY 1`,
  ).all(stretch)
