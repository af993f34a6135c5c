import type { i18n } from 'i18next'

import { EmptyState } from './ui/empty-state.tsx'
import { errorWords } from './ui/error-words.ts'

/** Instead of the app, when there is no way to the engine. */
export function NotStarted({ error, words }: { error: unknown; words: i18n }) {
  return (
    <main style={{ display: 'grid', height: '100%' }}>
      <EmptyState isScreen title="Callwright">
        <p role="alert">{errorWords(error, words.t)}</p>
      </EmptyState>
    </main>
  )
}
