import { useTranslation } from 'react-i18next'

import type { Labelled } from '#shared/domain/catalogue'
import { Button } from '#renderer/ui/button'
import { Checkbox } from '#renderer/ui/checkbox'
import { Dialog } from '#renderer/ui/dialog'
import styles from './catalogue.module.css'
import type { Catalogue, Problem, SetWords } from './catalogue.ts'
import { LabelFields } from './label-fields.tsx'

type Props<E extends Labelled, P extends Problem, W extends SetWords<E, P>> = {
  of: Catalogue<E, P, W>
  entry: E
  /** Not saved yet, so it may be taken out again. */
  isNew: boolean
  words: W
  problems: readonly P[]
  mayChange: boolean
  onChange: (to: E) => void
  onRemove: () => void
  onClose: () => void
}

/** One entry: what may be changed, and what it is, which stays. */
export function EntryDialog<E extends Labelled, P extends Problem, W extends SetWords<E, P>>(
  props: Props<E, P, W>,
) {
  const { of, entry, isNew, words, problems, mayChange, onChange, onRemove, onClose } = props
  const { t } = useTranslation()
  const isOwn = of.isOwn(entry.code)
  const wrong = (field: string) => {
    const found = problems.find((problem) => problem.field === field)
    return found && words.refusal(found)
  }
  return (
    <Dialog wide title={words.name(entry.code)} closeLabel={t('common.close')} isOpen onClose={onClose}>
      <div className={styles.form}>
        <LabelFields
          label={entry.label}
          ours={isOwn ? null : of.nameKey(entry)}
          wrong={wrong('label')}
          isReadOnly={!mayChange}
          onChange={(label) => onChange({ ...entry, label })}
        />
        <of.Fields entry={entry} words={words} mayChange={mayChange} wrong={wrong} onChange={onChange} />
        <div className={styles.bar}>
          <Button look="go" onPress={onClose}>
            {t('catalogue.done')}
          </Button>
          {isNew && isOwn && <Button onPress={onRemove}>{t('catalogue.remove')}</Button>}
        </div>
      </div>
    </Dialog>
  )
}

type OnProps = {
  label: string
  isOn: boolean
  /** Why it can't be switched off; null = it can. */
  fixed: string | null
  mayChange: boolean
  onChange: (isOn: boolean) => void
}

/** Whether it is offered. */
export function OnField({ label, isOn, fixed, mayChange, onChange }: OnProps) {
  return (
    <div>
      <Checkbox isSelected={isOn} isDisabled={!mayChange || fixed !== null} onChange={onChange}>
        {label}
      </Checkbox>
      {fixed && <p className={styles.hint}>{fixed}</p>}
    </div>
  )
}
