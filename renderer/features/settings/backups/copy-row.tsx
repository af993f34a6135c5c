import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import { Button } from '#renderer/ui/button'
import { Chip } from '#renderer/ui/chip'
import { useErrorWords } from '#renderer/ui/error-words'
import { useFormat } from '#renderer/ui/format'
import type { Copy } from './backups.tsx'
import { sizeOf } from '#renderer/ui/size'
import styles from './backups.module.css'

type Props = {
  copy: Copy
  call: Call
  /** Null: not for who sits here. */
  onRestore: (() => void) | null
}
type Checked = 'reading' | 'sound' | 'damaged'

const TONES = { reading: 'plain', sound: 'good', damaged: 'bad' } as const

/** One copy: when, why, how large, and on request whether every page of it still reads back. */
export function CopyRow({ copy, call, onRestore }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const errorWords = useErrorWords()
  const [checked, set] = useState<Checked | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const { name, at, why, bytes } = copy
  const when = format.moment(at)
  const check = async () => {
    set('reading')
    setWrong(null)
    try {
      const { sound } = await call('backups.check', { name })
      set(sound ? 'sound' : 'damaged')
    } catch (error) {
      set(null)
      setWrong(errorWords(error))
    }
  }
  return (
    <li>
      <time dateTime={new Date(at).toISOString()}>{when}</time>
      <span className={styles.why}>{t(`backups.why.${why}`)}</span>
      <span className={styles.size}>{sizeOf(bytes, t, format)}</span>
      <span role="status">
        {checked && <Chip tone={TONES[checked]}>{t(`backups.checked.${checked}`)}</Chip>}
        {wrong}
      </span>
      <span className={styles.actions}>
        <Button
          small
          look="quiet"
          aria-label={t('backups.checkOf', { when })}
          isDisabled={checked === 'reading'}
          onPress={() => void check()}
        >
          {t('backups.check')}
        </Button>
        {onRestore && (
          <Button small aria-label={t('backups.restoreOf', { when })} onPress={onRestore}>
            {t('backups.restore')}
          </Button>
        )}
      </span>
    </li>
  )
}
