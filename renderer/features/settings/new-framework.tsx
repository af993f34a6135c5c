import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import type { Definition } from '#shared/domain/bant'
import { Button } from '#renderer/ui/button'
import { Dialog } from '#renderer/ui/dialog'
import { TextField } from '#renderer/ui/text-field'
import { idOf } from './definition-draft.ts'
import { useFrameworkName } from './definition-words.ts'
import { useSaveDefinition } from './use-save-definition.ts'
import styles from './settings.module.css'

type Props = { call: Call; from: Definition; onMade: (id: string) => Promise<void> }

/** A framework of the team's own, from a copy; its criteria keep being fed by the same answers. */
export function NewFramework({ call, from, onMade }: Props) {
  const { t } = useTranslation()
  const nameOf = useFrameworkName()
  const [isOpen, open] = useState(false)
  const [name, setName] = useState('')
  const { save, refused, clear } = useSaveDefinition(
    call,
    (id) => id,
    () => {},
  )
  const close = () => {
    open(false)
    setName('')
    clear()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const framework = idOf(name)
    if (await save({ ...from, framework, name: name.trim() })) {
      close()
      await onMade(framework)
    }
  }
  return (
    <>
      <Button small onPress={() => open(true)}>
        {t('definition.newFramework')}
      </Button>
      <Dialog
        title={t('definition.newFramework')}
        closeLabel={t('common.close')}
        isOpen={isOpen}
        onClose={close}
      >
        <form className={styles.stack} onSubmit={(event) => void submit(event)}>
          <TextField
            label={t('definition.name')}
            hint={t('definition.newFrameworkHint', { framework: nameOf(from.framework, from.name) })}
            value={name}
            onChange={setName}
            wrong={refused[0]}
            maxLength={40}
            autoFocus
          />
          <div className={styles.actions}>
            <Button look="go" type="submit">
              {t('definition.make')}
            </Button>
            <Button onPress={close}>{t('common.cancel')}</Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
