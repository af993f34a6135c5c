import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Checkbox } from '#renderer/ui/checkbox'
import { Dialog } from '#renderer/ui/dialog'
import { TextField } from '#renderer/ui/text-field'
import type { Fields, LeadState } from './lead-store.ts'
import styles from './job.module.css'

type Store = Pick<LeadState, 'changeJob' | 'unchangeJob'>
type Props = { name: string; fields: Fields; store: Store; onClose: () => void }
type Phone = Fields['phones'][number]

/** They work somewhere else now: where, as what, and which of their numbers belonged to the job they left. */
export function JobDialog({ name, fields, store, onClose }: Props) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const phones = fields.phones.filter(isInUse)
  const [company, setCompany] = useState('')
  const [title, setTitle] = useState('')
  // A mobile may be their own; a desk is not.
  const [gone, setGone] = useState(() => new Set(phones.filter(isAtDesk).map(({ id }) => id)))
  const [wrong, setWrong] = useState<string>()

  const undo = async (editIds: string[]) => {
    const reply = await store.unchangeJob(editIds)
    notify(
      reply.kind === 'saved'
        ? { text: t('lead.job.undone', { name }) }
        : { tone: 'bad', text: t(`lead.edit.refused.${reply.reason}`) },
    )
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (company.trim() === '') return setWrong(t('lead.job.companyMissing'))
    const reply = await store.changeJob({ company, title, gone: [...gone] })
    if (reply.kind === 'refused') return setWrong(t(`lead.edit.refused.${reply.reason}`))
    if (reply.kind === 'unchanged') return setWrong(t('lead.job.unchanged'))
    const { editIds } = reply
    notify({
      text: t('lead.job.saved', { name, company: company.trim() }),
      action: { label: t('leads.undo'), onPress: () => void undo(editIds) },
    })
    onClose()
  }
  const toggle = (id: string, isGone: boolean) => {
    const next = new Set(gone)
    if (isGone) next.add(id)
    else next.delete(id)
    setGone(next)
  }

  return (
    <Dialog title={t('lead.job.title', { name })} closeLabel={t('common.close')} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        <TextField
          label={t('lead.job.company')}
          value={company}
          onChange={(text) => (setCompany(text), setWrong(undefined))}
          wrong={wrong}
          maxLength={200}
          autoFocus
        />
        <TextField
          label={t('lead.job.jobTitle')}
          value={title}
          onChange={setTitle}
          hint={fields.title === '' ? undefined : t('lead.job.titleWas', { title: fields.title })}
          maxLength={200}
        />
        {phones.length > 0 && (
          <fieldset className={styles.numbers}>
            <legend>
              {fields.company === ''
                ? t('lead.job.numbers')
                : t('lead.job.numbersAt', { company: fields.company })}
            </legend>
            {phones.map(({ id, display }) => (
              <Checkbox key={id} isSelected={gone.has(id)} onChange={(isGone) => toggle(id, isGone)}>
                {display}
              </Checkbox>
            ))}
          </fieldset>
        )}
        <p className={styles.hint}>{t('lead.job.what')}</p>
        <div className={styles.actions}>
          <Button look="go" type="submit">
            {t('lead.job.save')}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

const isInUse = ({ status }: Phone): boolean => status === 'ok' || status === 'switchboard'
const isAtDesk = ({ type, status }: Phone): boolean => type === 'fixed' || status === 'switchboard'
