/** The calendar month before an instant, where this screen is; days as `YYYY-MM-DD`. */
export function lastMonth(now: number): { from: string; to: string } {
  const date = new Date(now)
  const first = Date.UTC(date.getFullYear(), date.getMonth() - 1, 1)
  const last = Date.UTC(date.getFullYear(), date.getMonth(), 0)
  const text = (at: number) => new Date(at).toISOString().slice(0, 10)
  return { from: text(first), to: text(last) }
}
