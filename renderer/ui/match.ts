const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const wordsIn = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}:]+/u)
    .filter(Boolean)

/** Every word that was typed begins a word of the name, in any order. Nothing typed matches all. */
export function matches(name: string, typed: string): boolean {
  const words = wordsIn(name)
  return wordsIn(typed).every((begun) => words.some((word) => word.startsWith(begun)))
}

/** 0 where the name begins as typed, else 1: what one is most likely after comes first. */
export const rankOf = (name: string, typed: string): number =>
  fold(name).startsWith(fold(typed.trim())) ? 0 : 1
