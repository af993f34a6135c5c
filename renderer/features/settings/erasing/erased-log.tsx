import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Dialog } from '#renderer/ui/dialog'
import { useErrorWords } from '#renderer/ui/error-words'
import { useFormat } from '#renderer/ui/format'
import { TextField } from '#renderer/ui/text-field'
import type { EraseLog } from './erasing.tsx'
import styles from './erasing.module.css'

type Erased = EraseLog['erased'][number]
type Props = { call: Call; host: Pick<Bridge, 'save'>; log: EraseLog }

/** When, by whom and why; and of those with a sealed copy, until when, and who opened it. */
export function ErasedLog({ call, host, log: { erased, hashes } }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [opening, open] = useState<string | null>(null)
  const copy = ({ until, destroyedAt }: Erased) => {
    if (destroyedAt !== null) return t('erase.page.destroyed', { day: format.day(destroyedAt) })
    return until === null ? t('erase.page.noCopy') : t('erase.page.sealedUntil', { day: format.day(until) })
  }
  return (
    <Card title={t('erase.page.log')}>
      <p className={styles.note}>{t('erase.page.logNote', { count: hashes })}</p>
      {erased.length === 0 && <p className={styles.quiet}>{t('erase.page.nothing')}</p>}
      {erased.some(({ clean }) => !clean) && <p className={styles.note}>{t('erase.page.cleaning')}</p>}
      <ul className={styles.rows}>
        {erased.map((each) => (
          <li key={each.id}>
            <b>{t('erase.page.by', { when: format.moment(each.at), name: each.by ?? '—' })}</b>
            <span className={styles.quiet}>
              {[
                t(`erase.page.cause.${each.cause}`),
                each.askedOn && t('erase.page.askedOn', { day: format.date(each.askedOn) }),
                copy(each),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {each.until !== null && each.destroyedAt === null && (
              <Button small onPress={() => open(each.id)}>
                {t('erase.page.openCopy')}
              </Button>
            )}
            {each.opened.map(({ at, by, reason }) => (
              <span key={at} className={styles.quiet}>
                {t('erase.page.opened', { when: format.moment(at), name: by ?? '—', reason })}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {opening && <Open call={call} host={host} erasureId={opening} onClose={() => open(null)} />}
    </Card>
  )
}

const SHORTEST = 3
type OpenProps = Pick<Props, 'call' | 'host'> & { erasureId: string; onClose: () => void }

function Open({ call, host, erasureId, onClose }: OpenProps) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const errorWords = useErrorWords()
  const [reason, write] = useState('')
  const [wrong, setWrong] = useState<string>()
  const open = async () => {
    try {
      const { fileId, name } = await call('erase.open', { erasureId, reason })
      if (await host.save(fileId, name)) notify({ text: t('erase.page.saved', { name }) })
      onClose()
    } catch (error) {
      setWrong(errorWords(error))
    }
  }
  return (
    <Dialog title={t('erase.page.openCopy')} closeLabel={t('common.close')} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <TextField
          rows={3}
          label={t('erase.page.reason')}
          hint={t('erase.page.reasonHint')}
          value={reason}
          onChange={write}
          wrong={wrong}
        />
        <span className={styles.actions}>
          <Button look="go" type="submit" isDisabled={reason.trim().length < SHORTEST}>
            {t('erase.page.openNow')}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </span>
      </form>
    </Dialog>
  )
}
