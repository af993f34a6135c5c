import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Call } from '#shared/contract/api'
import type { View } from '#shared/contract/views'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Checkbox } from '#renderer/ui/checkbox'
import { Dialog } from '#renderer/ui/dialog'
import { useErrorWords } from '#renderer/ui/error-words'
import { TextField } from '#renderer/ui/text-field'
import { leadsStore } from './leads-store.ts'
import styles from './leads.module.css'

type Props = {
  call: Call
  /** The one that is changed; null makes a new one. */
  view: View | null
  mayShare: boolean
  onClose: () => void
  /** Null: it was removed. */
  onSaved: (view: View | null) => void
}

/** Filter, order and columns under a name. */
export function SaveView({ call, view, mayShare, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const errorWords = useErrorWords()
  const { say, notify } = useAnnouncer()
  const { order, columns } = useStore(leadsStore(call))
  const [name, setName] = useState(view?.name ?? '')
  const [shared, setShared] = useState(view?.shared ?? false)
  const [wrong, setWrong] = useState<string | undefined>()
  const save = async (id: string | null) => {
    try {
      const saved = await call('views.save', { id, name, shared, order, columns: [...columns] })
      say(t('leads.view.saved', { name: saved.name }))
      onSaved(saved)
      onClose()
    } catch (error) {
      setWrong(errorWords(error))
    }
  }
  const remove = async () => {
    if (!view) return
    const { by: _, ...before } = view
    await call('views.remove', { id: view.id })
    notify({
      text: t('leads.view.removed', { name: view.name }),
      action: {
        label: t('leads.undo'),
        onPress: () => void call('views.save', { ...before, id: null }).then(onSaved),
      },
    })
    onSaved(null)
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(view?.id ?? null)
  }
  return (
    <Dialog
      title={t(view ? 'leads.view.changeTitle' : 'leads.view.newTitle')}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={submit}>
        <TextField
          autoFocus
          label={t('leads.view.name')}
          hint={t('leads.view.holds')}
          value={name}
          maxLength={200}
          wrong={wrong}
          onChange={(value) => (setName(value), setWrong(undefined))}
        />
        {mayShare && (
          <Checkbox isSelected={shared} onChange={setShared}>
            {t('leads.view.share')}
          </Checkbox>
        )}
        <div className={styles.actions}>
          <Button type="submit" look="go" isDisabled={name.trim() === ''}>
            {t(view ? 'leads.view.change' : 'common.save')}
          </Button>
          {view && (
            <>
              <Button isDisabled={name.trim() === view.name} onPress={() => void save(null)}>
                {t('leads.view.asNew')}
              </Button>
              <Button look="danger" onPress={() => void remove()}>
                {t('common.remove')}
              </Button>
            </>
          )}
        </div>
      </form>
    </Dialog>
  )
}
