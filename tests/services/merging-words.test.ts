import { expect, it, onTestFinished } from 'vitest'

import type { Db } from '#electron/db/open'
import { raw } from '#electron/db/raw'
import { mergeWords } from '#electron/db/search-many'
import { mergingWords } from '#electron/services/import/merging-words'
import { slicesOf } from '#electron/services/import/slices'
import { testApp } from '../helpers/test-app.ts'

const never = () => false
const automerge = (db: Db) =>
  ['search', 'search_kept'].map(
    (index) => raw<{ v: number }>(db, `SELECT v FROM ${index}_config WHERE k = 'automerge'`).get()?.v,
  )

it('what is put into the index of words piece by piece is merged in short goes, and only when told to', async () => {
  const { db, close } = testApp()
  onTestFinished(close)
  const put = raw(
    db,
    `INSERT INTO search (rowid, name, company, phone, email) VALUES (?, 'Begoña Núñez', 'Forjas', '', '')`,
  )
  await mergingWords(slicesOf(db, never, never), () => {
    expect(automerge(db)).toEqual([0, 0])
    for (let n = 1; n <= 12; n++) put.run(n)
    const [now, later] = [performance.now(), Infinity]
    expect(mergeWords(db, now - 1)).toBe(false)
    expect(mergeWords(db, later)).toBe(true)
    expect(mergeWords(db, now - 1)).toBe(true)
    return Promise.resolve()
  })
  expect(automerge(db)).toEqual([4, 4])
  expect(raw(db, `SELECT rowid FROM search WHERE search MATCH 'nunez'`).all()).toHaveLength(12)
})
