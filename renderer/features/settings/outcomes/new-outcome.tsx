import { useTranslation } from 'react-i18next'

import { OUTCOME_IDS, OUTCOMES } from '#shared/domain/outcome'
import type { NewProps } from '../catalogue/catalogue.ts'
import { codeFor } from '../catalogue/entries.ts'
import { NewEntry } from '../catalogue/new-entry.tsx'
import type { Entry } from './outcome.ts'
import type { OutcomeWords } from './outcome-words.ts'

/** An outcome of the team's own, of a kind that ships. */
export function NewOutcome({ words, known, onAdd, ...dialog }: NewProps<Entry, OutcomeWords>) {
  const { t } = useTranslation()
  return (
    <NewEntry
      {...dialog}
      title={t('outcomes.addTitle')}
      kindLabel={t('outcomes.kind')}
      kinds={OUTCOME_IDS.map((id) => ({
        id,
        name: words.name(id),
        note: t(`outcomes.group.${OUTCOMES[id].group}`),
      }))}
      usual="not_interested"
      hint={t('outcomes.addHint')}
      onAdd={(kind, label) => {
        const code = codeFor(label.en, known, 'own_', 'outcome')
        onAdd({ code, kind, label, key: null, on: true, needs: [], delay: null, reason: null })
      }}
    />
  )
}
