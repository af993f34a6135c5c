import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { BULK_STAGES } from '#shared/domain/bulk'
import { reasonKind } from '#shared/domain/reason'
import { Select } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import { NOBODY, reasonsOf, stageOf, type BulkKey, type Draft } from './bulk-deeds.ts'

type Props = {
  what: BulkKey
  draft: Draft
  state: Pick<Output<'app.state'>, 'lists' | 'reps' | 'reasons'>
  onChange: (draft: Draft) => void
}

/** What a deed must know. */
export function BulkFields({ what, draft, state, onChange }: Props) {
  const { t } = useTranslation()
  const change = (part: Partial<Draft>) => onChange({ ...draft, ...part })
  const stage = stageOf(what, draft)
  const reasons = reasonsOf(stage, state.reasons)
  return (
    <>
      <p>{t(`leads.batch.about.${what}`)}</p>
      {what === 'assign' && (
        <Select
          autoFocus
          label={t('leads.column.owner')}
          placeholder={t('common.choose')}
          options={[
            ...state.reps.filter(({ active }) => active),
            { id: NOBODY, name: t('leads.filter.owner.nobody') },
          ]}
          value={draft.repId}
          onChange={(repId) => change({ repId })}
        />
      )}
      {(what === 'addToList' || what === 'moveToList') && (
        <Select
          autoFocus
          label={t('leads.list')}
          placeholder={t('common.choose')}
          options={state.lists}
          value={draft.listId}
          onChange={(listId) => change({ listId })}
        />
      )}
      {what === 'move' && (
        <Select
          autoFocus
          label={t('leads.stage')}
          placeholder={t('common.choose')}
          options={BULK_STAGES.map((id) => ({ id, name: t(`common.stage.${id}`) }))}
          value={draft.to}
          onChange={(to) => change({ to, reason: null })}
        />
      )}
      {reasons.length > 0 && (
        <Select
          label={t('leads.column.reason')}
          placeholder={t('common.choose')}
          options={reasons.map((id) => ({ id, name: t(`call.reason.${id as 'timing'}`) }))}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
        />
      )}
      {stage !== null && (reasons.length === 0 || reasonKind(draft.reason) === 'unreachable') && (
        <TextField
          label={t('leads.batch.words')}
          hint={t('leads.batch.wordsHint')}
          value={draft.words}
          maxLength={2000}
          onChange={(words) => change({ words })}
        />
      )}
    </>
  )
}
