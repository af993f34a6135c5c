import { parseArgs } from 'node:util'

export type Flags = { leads: number; calls: number; rows: number; reps: number; data: string | undefined }

/** What a bench was asked for; what was not said is as the issue has it. */
export function readFlags(): Flags {
  const { values } = parseArgs({
    options: {
      leads: { type: 'string', default: '100000' },
      calls: { type: 'string', default: '300000' },
      rows: { type: 'string', default: '100000' },
      reps: { type: 'string', default: '3' },
      data: { type: 'string' },
    },
  })
  const { leads, calls, rows, reps, data } = values
  return { leads: whole(leads), calls: whole(calls), rows: whole(rows), reps: whole(reps), data }
}

function whole(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`"${text}" is no whole number over 0.`)
  return value
}

export type Limit = { figure: string; atMost: number }

/** The last line: figures, the limits they are held to, and whether all of them hold. */
export function report(name: string, figures: Record<string, number>, limit: readonly Limit[]): void {
  const ok = limit.every(({ figure, atMost }) => (figures[figure] ?? Infinity) <= atMost)
  process.stdout.write(`${JSON.stringify({ name, figures, limit, ok })}\n`)
  process.exitCode = ok ? 0 : 1
}

export const say = (text: string): void => void process.stderr.write(`${text}\n`)

/** Milliseconds to two decimals. */
export function quantiles(times: readonly number[], prefix: string): Record<string, number> {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN
  const shares = { P50: 0.5, P95: 0.95, P99: 0.99 }
  return Object.fromEntries(
    Object.entries(shares).map(([key, share]) => [`${prefix}${key}Ms`, round(at(share))]),
  )
}

export const round = (value: number): number => Math.round(value * 100) / 100

/** How long it took, in milliseconds. */
export function timed<T>(run: () => T): { took: number; value: T } {
  const began = performance.now()
  const value = run()
  return { took: performance.now() - began, value }
}
