import { TOPICS, type AppEvent } from '#shared/contract/events'

/** Milliseconds before a lost stream is tried again. */
const AGAIN = 1000

/** Server-sent events read by `fetch`, since the browser's own reader can't carry a token. Returns how to stop. */
export function listen(
  url: string,
  headers: Record<string, string>,
  listener: (event: AppEvent) => void,
): () => void {
  const stop = new AbortController()
  void keepReading()
  return () => stop.abort()

  async function keepReading(): Promise<void> {
    for (let first = true; !stop.signal.aborted; first = false) {
      try {
        const response = await fetch(url, { headers, signal: stop.signal })
        // Whatever happened while nobody listened must be asked for anew.
        if (response.ok && !first) {
          listener({ kind: 'changed', topics: TOPICS })
          listener({ kind: 'reopened' })
        }
        if (response.ok && response.body) await read(response.body)
      } catch {
        // The engine is gone or restarting; requests say so, the stream only waits.
      }
      await pause(AGAIN)
    }
  }

  async function read(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
    let rest = ''
    for await (const text of body.pipeThrough(new TextDecoderStream())) {
      const events = (rest + text).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events)
        if (event.startsWith('data: ')) listener(JSON.parse(event.slice(6)) as AppEvent)
    }
  }
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

type Listener = (event: AppEvent) => void

/** One stream, however many listen: a browser opens six connections to a host and no more. */
export function fanOut(open: (listener: Listener) => () => void): (listener: Listener) => () => void {
  const listeners = new Set<{ hear: Listener }>()
  let stop: (() => void) | null = null
  return (hear) => {
    const listener = { hear }
    listeners.add(listener)
    stop ??= open((event) => listeners.forEach((each) => each.hear(event)))
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      stop?.()
      stop = null
    }
  }
}
