import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { ROLES, type Role } from '#shared/domain/people'
import { Button } from '#renderer/ui/button'
import { Segmented } from '#renderer/ui/segmented'
import { TextField } from '#renderer/ui/text-field'
import styles from './people.module.css'

type PersonFormProps = {
  call: Call
  /** Those that whoever sits here may give. */
  roles?: readonly Role[]
  /** What has to be so when they sit down. */
  before?: () => Promise<unknown>
  onDone?: (rep: Output<'people.add'>) => void
}

/** Name and role of somebody who sits down here for the first time. */
export function PersonForm({ call, roles = ROLES, before, onDone }: PersonFormProps) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('rep')
  const [isMissing, setMissing] = useState(false)

  const sitDown = async () => {
    await before?.()
    const rep = await call('people.add', { name, role })
    await call('people.sit', { repId: rep.id })
    onDone?.(rep)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() !== '') void sitDown()
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('people.name')}
        placeholder={t('people.namePlaceholder')}
        value={name}
        onChange={setName}
        wrong={isMissing && name.trim() === '' ? t('people.nameMissing') : undefined}
        maxLength={200}
        autoFocus
      />
      <Segmented
        label={t('people.role')}
        options={roles.map((id) => ({ id, name: t(`common.role.${id}`) }))}
        value={role}
        onChange={setRole}
      />
      <p className={styles.note}>{t(`people.roleNote.${role}`)}</p>
      <Button look="go" type="submit">
        {t('people.sit')}
      </Button>
    </form>
  )
}
