/** Says stop at the so many-th look, as a closing engine does. */
export function closingAfter(looks: number) {
  let left = looks
  const signal = Object.defineProperty(new AbortController().signal, 'aborted', { get: () => left-- <= 0 })
  return { signal, isClosed: () => left < 0, looked: () => looks - left }
}
