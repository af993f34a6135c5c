/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054

export type Interval = { low: number; high: number }

/**
 * Wilson score interval, 95 %, of a share `value` (0-1) seen in `n` independent cases; null for none (PRODUCT.md
 * section 10). `n` may be fewer than the cases counted when several belong to one person.
 */
export function wilson(value: number, n: number): Interval | null {
  if (n === 0) return null
  const centre = value + Z ** 2 / (2 * n)
  const half = Z * Math.sqrt((value * (1 - value)) / n + Z ** 2 / (4 * n ** 2))
  const scale = 1 + Z ** 2 / n
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) }
}
