import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Dialog } from '#renderer/ui/dialog'
import { useErrorWords } from '#renderer/ui/error-words'
import { useFormat } from '#renderer/ui/format'
import type { Copy } from './backups.tsx'
import styles from './backups.module.css'

type Props = { call: Call; copy: Copy; onClose: () => void; onDone: () => void }

/** Milliseconds between two questions whether the store is open again. */
const AGAIN = 400
/** So often at most: a large store is copied first, and an older one is brought up to date. */
const MOST = 1500

/** What goes, what stays and what can be undone, before a copy takes the place of all that is here. */
export function RestoreDialog({ call, copy, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { notify } = useAnnouncer()
  const errorWords = useErrorWords()
  const [isRestoring, setRestoring] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const when = format.moment(copy.at)
  const restore = async () => {
    setRestoring(true)
    setWrong(null)
    try {
      const { id } = await call('backups.restore', { name: copy.name })
      const restored = await opened(call, id)
      if (!restored?.done) throw Object.assign(new Error(), { reason: 'backup-damaged' })
      notify({ text: t('backups.done', { when }) })
      onDone()
    } catch (error) {
      setWrong(errorWords(error))
      setRestoring(false)
    }
  }
  return (
    <Dialog
      title={t('backups.restoreTitle', { when })}
      closeLabel={t('common.close')}
      isOpen
      onClose={() => !isRestoring && onClose()}
    >
      <div className={styles.body}>
        <ul>
          <li>{t('backups.goes')}</li>
          <li>{t('backups.stays')}</li>
          <li>{t('backups.erased')}</li>
          <li>{t('backups.waits')}</li>
        </ul>
        {wrong && (
          <p role="alert" className={styles.bad}>
            {wrong}
          </p>
        )}
        <div className={styles.actions}>
          <Button look="danger" isDisabled={isRestoring} onPress={() => void restore()}>
            {t(isRestoring ? 'backups.restoring' : 'backups.restoreNow')}
          </Button>
          <Button isDisabled={isRestoring} onPress={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** The engine closes, puts it back and opens again; until then nobody answers. Null when it never does. */
async function opened(call: Call, id: string): Promise<Output<'backups.list'>['restored']> {
  for (let asked = 0; asked < MOST; asked++) {
    const found = await call('backups.list', {}).catch(() => null)
    if (found?.restored?.id === id) return found.restored
    await new Promise((resolve) => setTimeout(resolve, AGAIN))
  }
  return null
}
