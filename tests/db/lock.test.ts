import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { lockFolder } from '#electron/db/lock'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'callwright-lock-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('lets one in, refuses the second, and the next after the first has left', () => {
  const unlock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'in-use' }))
  unlock()
  lockFolder(folder)()
})

it('is one small file', () => {
  lockFolder(folder)()
  expect(readdirSync(folder)).toEqual(['lock.db'])
})
