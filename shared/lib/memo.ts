/** Keeps what a pure function of a text gave, for files that say the same thousands of times. `most` texts at a time. */
export function memo<T>(of: (text: string) => T, most = 20_000): (text: string) => T {
  const kept = new Map<string, T>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const found = of(text)
    // A long text is seldom said twice, and would be kept for nothing.
    if (text.length > LONGEST) return found
    if (kept.size >= most) kept.clear()
    kept.set(text, found)
    return found
  }
}
const LONGEST = 80
