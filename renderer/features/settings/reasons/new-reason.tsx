import { useTranslation } from 'react-i18next'

import { ownReason, REASON_IDS, REASONS } from '#shared/domain/reason'
import { isGiven } from '#shared/domain/reason-set'
import type { NewProps } from '../catalogue/catalogue.ts'
import { codeFor } from '../catalogue/entries.ts'
import { NewEntry } from '../catalogue/new-entry.tsx'
import type { Entry } from './reason.ts'
import type { ReasonWords } from './reason-words.ts'

/** Kinds that the team may have reasons of its own of. */
const KINDS = REASON_IDS.filter((kind) => !isGiven(kind))

/** A reason of the team's own, of a kind that ships. */
export function NewReason({ words: _, known, onAdd, ...dialog }: NewProps<Entry, ReasonWords>) {
  const { t } = useTranslation()
  return (
    <NewEntry
      {...dialog}
      title={t('reasons.addTitle')}
      kindLabel={t('reasons.kind')}
      kinds={KINDS.map((id) => ({
        id,
        name: t(`call.reason.${id}`),
        note: t(`exits.exits.${REASONS[id].exit}`),
      }))}
      usual="no_need"
      hint={t('reasons.addHint')}
      onAdd={(kind, label) => {
        const { exit, days } = REASONS[kind]
        onAdd({ code: codeFor(label.en, known, ownReason(kind, ''), 'reason'), label, on: true, exit, days })
      }}
    />
  )
}
