import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import type { Role } from '#shared/domain/people'
import { Button } from '#renderer/ui/button'
import { Dialog } from '#renderer/ui/dialog'
import { useErrorWords } from '#renderer/ui/error-words'
import { Segmented } from '#renderer/ui/segmented'
import { TextField } from '#renderer/ui/text-field'
import styles from './settings.module.css'

type Props = { call: Call; roles: readonly Role[]; isOpen: boolean; onClose: () => void }

export function AddPerson({ call, roles, isOpen, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('settings.addPerson')} closeLabel={t('common.close')} isOpen={isOpen} onClose={onClose}>
      <Form call={call} roles={roles} onClose={onClose} />
    </Dialog>
  )
}

function Form({ call, roles, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation()
  const errorWords = useErrorWords()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('rep')
  const [wrong, setWrong] = useState<string>()
  const add = async () => {
    try {
      await call('people.add', { name, role })
      onClose()
    } catch (error) {
      setWrong(errorWords(error))
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') setWrong(t('settings.nameMissing'))
    else void add()
  }
  return (
    <form className={styles.stack} onSubmit={submit}>
      <TextField
        label={t('settings.name')}
        value={name}
        onChange={(text) => {
          setName(text)
          setWrong(undefined)
        }}
        wrong={wrong}
        maxLength={200}
        autoFocus
      />
      <Segmented
        label={t('settings.role')}
        options={roles.map((id) => ({ id, name: t(`common.role.${id}`) }))}
        value={role}
        onChange={setRole}
      />
      <div className={styles.actions}>
        <Button look="go" type="submit">
          {t('settings.addPerson')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}
