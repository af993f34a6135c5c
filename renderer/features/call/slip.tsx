import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { Dialog } from '#renderer/ui/dialog'
import { TextField } from '#renderer/ui/text-field'
import type { CallStore } from './call-store.ts'
import styles from './parts.module.css'

/** A do-not-call is taken back only as a slip of the hand, and says why it was one. */
export function Slip({ store }: { store: CallStore }) {
  const { t } = useTranslation()
  const { undo, keepWish } = store.getState()
  const [why, setWhy] = useState('')
  const isSaid = why.trim() !== ''
  return (
    <Dialog title={t('call.slip.title')} closeLabel={t('common.close')} isOpen onClose={keepWish}>
      <form
        className={styles.slip}
        onSubmit={(event) => {
          event.preventDefault()
          if (isSaid) void undo(why.trim())
        }}
      >
        <p>{t('call.slip.note')}</p>
        <TextField
          label={t('call.slip.why')}
          placeholder={t('call.slip.example')}
          value={why}
          onChange={setWhy}
          maxLength={200}
          autoFocus
        />
        <Button look="go" type="submit" isDisabled={!isSaid}>
          {t('call.undo')}
        </Button>
      </form>
    </Dialog>
  )
}
