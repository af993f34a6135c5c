import { AppError } from '#shared/contract/errors'

/** Keeps what is typed: each thing is saved `delay` milliseconds after the last key, and all at once by `flush`. */
type Saver<Value> = {
  put: (key: string, value: Value) => void
  /** Resolves when all that was put is saved; rejects with the first failure, which is kept for another try. */
  flush: () => Promise<void>
}

export function createSaver<Value>(
  delay: number,
  save: (key: string, value: Value) => Promise<void>,
): Saver<Value> {
  const waiting = new Map<string, Value>()
  let timer: ReturnType<typeof setTimeout> | undefined
  // One at a time: an older text never arrives after a newer one.
  let running = Promise.resolve()

  const flush = () => {
    clearTimeout(timer)
    running = running.catch(() => {}).then(saveAll)
    return running
  }
  const saveAll = async () => {
    // What is typed meanwhile is saved by its own timer.
    for (const [key, value] of Array.from(waiting)) {
      await save(key, value).catch(unlessGone)
      if (waiting.get(key) === value) waiting.delete(key)
    }
  }
  return {
    put: (key, value) => {
      waiting.set(key, value)
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), delay)
    },
    flush,
  }
}

/** A lead that was taken out again takes no note: another try would fail for ever, and no other lead could be saved. */
function unlessGone(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'not-found') throw error
}
