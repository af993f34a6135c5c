import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A folder, since making one is atomic everywhere; beside node_modules, because `npm ci` deletes that. */
const LOCK = '.setup-lock'
const PID = join(LOCK, 'pid')
/** Between making the folder and writing the id lie microseconds; a folder this old without one was abandoned. */
const NAMELESS_MS = 5000
const POLL_MS = 200

/** Waits until no other set-up or build runs in this folder; one whose process died is taken over. */
export function takeLock() {
  for (let told = false; !made();) {
    if (abandoned()) {
      rmSync(LOCK, { recursive: true, force: true })
      continue
    }
    if (!told) console.error('Another Callwright set-up is running here; waiting for it.')
    told = true
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS)
  }
}

export function dropLock() {
  rmSync(LOCK, { recursive: true, force: true })
}

function made() {
  try {
    mkdirSync(LOCK)
    writeFileSync(PID, String(process.pid))
    return true
  } catch {
    return false
  }
}

function abandoned() {
  try {
    const pid = Number(readFileSync(PID, 'utf8'))
    if (pid) return !isAlive(pid)
  } catch {
    // Just made, or just dropped: its age tells which.
  }
  try {
    return Date.now() - statSync(LOCK).mtimeMs > NAMELESS_MS
  } catch {
    return false
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process: it exists, we may not signal it.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
