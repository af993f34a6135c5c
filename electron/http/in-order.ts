/** Milliseconds that a request waits for one that was sent before it and may never come. */
const PATIENCE = 2000
/** Windows remembered; a closed one is never heard of again. */
const MOST = 50

type Line = { passed: number; waiting: Map<number, () => void> }

/**
 * A window's requests reach the app in the order they were sent, as they do over IPC: a browser spreads them over several
 * connections, and an outcome that overtook its dial would be another call. `mark` is "window number", counted from 1;
 * without one, nothing is waited for.
 */
export function inOrder() {
  const lines = new Map<string, Line>()

  const lineOf = (window: string): Line => {
    const line = lines.get(window) ?? { passed: 0, waiting: new Map() }
    lines.delete(window)
    lines.set(window, line)
    const [oldest] = lines.keys()
    if (lines.size > MOST && oldest !== undefined) lines.delete(oldest)
    return line
  }

  /** Resolves when it is its turn, with what to call once the request was handed on. */
  return async function turn(mark: string | undefined): Promise<() => void> {
    const [, window, number] = /^([\w-]{1,64}) (\d{1,9})$/.exec(mark ?? '') ?? []
    if (!window) return () => {}
    const line = lineOf(window)
    const mine = Number(number)
    if (mine > line.passed + 1) await reached(line, mine)
    return () => {
      line.passed = Math.max(line.passed, mine)
      line.waiting.get(line.passed + 1)?.()
    }
  }
}

function reached({ waiting }: Line, mine: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(late)
      waiting.delete(mine)
      resolve()
    }
    const late = setTimeout(go, PATIENCE)
    waiting.set(mine, go)
  })
}
