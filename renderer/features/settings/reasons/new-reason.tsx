import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ownReason, REASONS, type ReasonId } from '#shared/domain/reason'
import { Button } from '#renderer/ui/button'
import { Dialog } from '#renderer/ui/dialog'
import { Select } from '#renderer/ui/select'
import { codeFor } from '../outcomes/entry.ts'
import { LabelFields } from '../outcomes/label-fields.tsx'
import styles from '../outcomes/outcomes.module.css'
import { KINDS, ownEntry, type Entry } from './reason-entry.ts'

type Props = {
  isOpen: boolean
  /** Codes that any version has or had. */
  known: ReadonlySet<string>
  onAdd: (entry: Entry) => void
  onClose: () => void
}

/** A reason of the team's own, of a kind that ships. */
export function NewReason({ isOpen, onClose, ...rest }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('reasons.addTitle')} closeLabel={t('common.close')} isOpen={isOpen} onClose={onClose}>
      {isOpen && <Fields {...rest} />}
    </Dialog>
  )
}

function Fields({ known, onAdd }: Omit<Props, 'isOpen' | 'onClose'>) {
  const { t } = useTranslation()
  const [label, setLabel] = useState({ es: '', en: '' })
  const [kind, setKind] = useState<ReasonId>('no_need')
  const isReady = label.es.trim() !== '' && label.en.trim() !== ''
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onAdd(ownEntry(codeFor(label.en, known, ownReason(kind, ''), 'reason'), kind, label))
      }}
    >
      <LabelFields label={label} ours={null} onChange={setLabel} />
      <Select
        label={t('reasons.kind')}
        options={KINDS.map((id) => ({
          id,
          name: t(`call.reason.${id}`),
          note: t(`exits.exits.${REASONS[id].exit}`),
        }))}
        value={kind}
        onChange={setKind}
      />
      <p className={styles.hint}>{t('reasons.addHint')}</p>
      <Button look="go" type="submit" isDisabled={!isReady}>
        {t('outcomes.addIt')}
      </Button>
    </form>
  )
}
