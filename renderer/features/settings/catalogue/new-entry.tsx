import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Label } from '#shared/domain/bant'
import { Button } from '#renderer/ui/button'
import { Dialog } from '#renderer/ui/dialog'
import { Select, type Option } from '#renderer/ui/select'
import styles from './catalogue.module.css'
import { LabelFields } from './label-fields.tsx'

type FieldsProps<Kind extends string> = {
  kindLabel: string
  kinds: readonly Option<Kind>[]
  usual: Kind
  hint: string
  onAdd: (kind: Kind, label: Label) => void
}
type Props<Kind extends string> = FieldsProps<Kind> & {
  title: string
  isOpen: boolean
  onClose: () => void
}

/** One of the team's own, of a kind that ships. */
export function NewEntry<Kind extends string>({ title, isOpen, onClose, ...rest }: Props<Kind>) {
  const { t } = useTranslation()
  return (
    <Dialog title={title} closeLabel={t('common.close')} isOpen={isOpen} onClose={onClose}>
      {isOpen && <Fields {...rest} />}
    </Dialog>
  )
}

function Fields<Kind extends string>({ kindLabel, kinds, usual, hint, onAdd }: FieldsProps<Kind>) {
  const { t } = useTranslation()
  const [label, setLabel] = useState<Label>({ es: '', en: '' })
  const [kind, setKind] = useState(usual)
  const isReady = label.es.trim() !== '' && label.en.trim() !== ''
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onAdd(kind, label)
      }}
    >
      <LabelFields label={label} ours={null} onChange={setLabel} />
      <Select label={kindLabel} options={kinds} value={kind} onChange={setKind} />
      <p className={styles.hint}>{hint}</p>
      <Button look="go" type="submit" isDisabled={!isReady}>
        {t('catalogue.addIt')}
      </Button>
    </form>
  )
}
