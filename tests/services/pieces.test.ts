import fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { piecesOf } from '#electron/services/import/pieces'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'callwright-pieces-'))))
afterAll(() => rmSync(folder, { recursive: true }))

async function read(path: string, part: Parameters<typeof piecesOf>[1]): Promise<Buffer> {
  const copies: Buffer[] = []
  for await (const piece of piecesOf(path, part)) copies.push(Buffer.from(piece))
  return Buffer.concat(copies)
}

it('are the file, or its beginning, however small they are', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.integer({ min: 1, max: 64 }),
      fc.option(fc.nat(300)),
      async (bytes, atOnce, end) => {
        const path = join(folder, 'file')
        writeFileSync(path, bytes)
        const wanted = end === null ? bytes : bytes.subarray(0, end + 1)
        expect(await read(path, end === null ? { atOnce } : { atOnce, end })).toEqual(Buffer.from(wanted))
      },
    ),
  ))

it('says so of a file that is gone, and of what is none', async () => {
  for (const path of [join(folder, 'none'), folder])
    await expect(read(path, {})).rejects.toMatchObject({ code: 'unreadable-file', reason: 'file-gone' })
})
