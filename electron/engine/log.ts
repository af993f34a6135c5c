import { closeSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const LARGEST = 1024 * 1024

type Log = { write: (text: string) => void; close: () => void }

/** Appends to `callwright.log` in the data folder and to stderr; a file over 1 MB is set aside, once, at the start. */
export function openLog(data: string): Log {
  const path = join(data, 'callwright.log')
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > LARGEST) renameSync(path, `${path}.old`)
  let handle: number | null = openSync(path, 'a', 0o600)
  return {
    write: (text) => {
      process.stderr.write(text)
      if (handle !== null) writeSync(handle, `${new Date().toISOString()} ${text}`)
    },
    close: () => {
      if (handle !== null) closeSync(handle)
      handle = null
    },
  }
}
