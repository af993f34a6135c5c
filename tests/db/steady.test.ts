import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { describe, expect, it, onTestFinished } from 'vitest'

import { clientOf } from '#electron/db/raw'
import { openReader } from '#electron/db/reader'
import { reps } from '#electron/db/schema/desk'
import { steady } from '#electron/db/steady'
import { testApp } from '../helpers/test-app.ts'

describe('a parameter that SQLite might plan by', () => {
  it.each([
    ['SELECT a FROM t WHERE b = ? LIMIT ?', 'SELECT a FROM t WHERE b = +? LIMIT +?'],
    ['WHERE owner_id IS @ownerId AND at >= @since', 'WHERE owner_id IS +@ownerId AND at >= +@since'],
    ['where "field" in (?, ?) offset ?', 'where "field" in (+?, ?) offset +?'],
    ['UPDATE t SET a=?, b = @b WHERE c IS NOT ?', 'UPDATE t SET a=+?, b = +@b WHERE c IS NOT +?'],
  ])('%s', (text, better) => {
    expect(steady(text).replaceAll(/\s+/g, ' ')).toBe(better)
    expect(steady(steady(text))).toBe(steady(text))
  })
  it.each([
    "SELECT '= ?', 'it''s = ?' WHERE a = 1",
    'INSERT INTO t VALUES (?, @b)',
    "WHERE a LIKE ? AND b = 'x'",
  ])('is none: %s', (text) => expect(steady(text)).toBe(text))
})

it('every statement of a store is steady, whoever writes to it or only reads it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'callwright-steady-'))
  const file = join(folder, 'callwright.db')
  const app = testApp({ file })
  const reader = openReader(file)
  onTestFinished(() => {
    reader.close()
    app.close()
    rmSync(folder, { recursive: true })
  })
  for (const { db } of [app, reader]) {
    expect(clientOf(db).prepare('SELECT 1 WHERE 1 = ?').source).toBe('SELECT 1 WHERE 1 = +?')
    expect(db.select().from(reps).where(eq(reps.name, 'Ana')).all()).toEqual([])
  }
})
