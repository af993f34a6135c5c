import { expect, it, onTestFinished } from 'vitest'

import { clientOf } from '#electron/db/raw'
import { unsynced } from '#electron/db/unsynced'
import { testApp } from '../helpers/test-app.ts'

it('a deed that need not be on the disk is whole or not at all, and what comes after it is synced again', () => {
  const { db, close } = testApp()
  onTestFinished(close)
  const client = clientOf(db)
  const level = () => client.pragma('synchronous', { simple: true })
  client.exec('CREATE TABLE done (n)')
  const put = (n: number) => void client.prepare('INSERT INTO done VALUES (?)').run(n)
  expect(unsynced(db, () => (put(1), level()))).toBe(1)
  expect(level()).toBe(2)
  const fails = () => {
    put(2)
    throw new Error('half way')
  }
  expect(() => unsynced(db, fails)).toThrow('half way')
  expect(level()).toBe(2)
  expect(client.prepare('SELECT n FROM done').pluck().all()).toEqual([1])
})
