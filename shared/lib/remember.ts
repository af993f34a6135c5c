/** The same answers for texts that come again and again, without working them out anew. Forgets all once it is full. */
export function remember<T>(of: (text: string) => T, most = 30_000): (text: string) => T {
  const kept = new Map<string, T>()
  return (text) => {
    let answer = kept.get(text)
    if (answer === undefined) {
      if (kept.size >= most) kept.clear()
      kept.set(text, (answer = of(text)))
    }
    return answer
  }
}
