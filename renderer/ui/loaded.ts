/** Something that was asked for. What was ready stays ready while it is asked for again. */
export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'ready'; readonly value: T }

export const LOADING: Loaded<never> = { kind: 'loading' }

export const loaded = async <T>(asked: Promise<T>): Promise<Loaded<T>> => {
  try {
    return { kind: 'ready', value: await asked }
  } catch (error) {
    return { kind: 'failed', error }
  }
}

export const valueOf = <T>(loaded: Loaded<T>): T | null => (loaded.kind === 'ready' ? loaded.value : null)
