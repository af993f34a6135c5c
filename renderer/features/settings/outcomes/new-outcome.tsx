import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { OUTCOMES, type OutcomeId } from '#shared/domain/outcome'
import { Button } from '#renderer/ui/button'
import { Dialog } from '#renderer/ui/dialog'
import { Select } from '#renderer/ui/select'
import { codeFor, KINDS, ownEntry, type Entry } from './entry.ts'
import { LabelFields } from './label-fields.tsx'
import type { OutcomeWords } from './use-outcome-words.ts'
import styles from './outcomes.module.css'

type Props = {
  isOpen: boolean
  words: OutcomeWords
  /** Codes that any version has or had. */
  known: ReadonlySet<string>
  onAdd: (entry: Entry) => void
  onClose: () => void
}

/** An outcome of the team's own, of a kind that ships. */
export function NewOutcome({ isOpen, onClose, ...rest }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('outcomes.addTitle')} closeLabel={t('common.close')} isOpen={isOpen} onClose={onClose}>
      {isOpen && <Fields {...rest} />}
    </Dialog>
  )
}

function Fields({ words, known, onAdd }: Omit<Props, 'isOpen' | 'onClose'>) {
  const { t } = useTranslation()
  const [label, setLabel] = useState({ es: '', en: '' })
  const [kind, setKind] = useState<OutcomeId>('not_interested')
  const isReady = label.es.trim() !== '' && label.en.trim() !== ''
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onAdd(ownEntry(codeFor(label.en, known), kind, label))
      }}
    >
      <LabelFields label={label} ours={null} onChange={setLabel} />
      <Select
        label={t('outcomes.kind')}
        options={KINDS.map((id) => ({
          id,
          name: words.name(id),
          note: t(`outcomes.group.${OUTCOMES[id].group}`),
        }))}
        value={kind}
        onChange={setKind}
      />
      <p className={styles.hint}>{t('outcomes.addHint')}</p>
      <Button look="go" type="submit" isDisabled={!isReady}>
        {t('outcomes.addIt')}
      </Button>
    </form>
  )
}
