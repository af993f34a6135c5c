import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { useErrorWords } from '#renderer/ui/error-words'
import { TextField } from '#renderer/ui/text-field'
import type { Decider } from './answering.ts'
import styles from './board.module.css'

type Props = {
  /** Whom they named before. */
  named: string | null
  keep: (decider: Decider) => Promise<void>
}

/** Somebody else decides, and they said who: a second person at the same company. */
export function DeciderFields({ named, keep }: Props) {
  const { t } = useTranslation()
  const { say } = useAnnouncer()
  const errorWords = useErrorWords()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [wrong, setWrong] = useState<string>()
  const save = async () => {
    setWrong(undefined)
    try {
      await keep({ name: name.trim(), phone: phone.trim() || null })
      say(t('call.decider.kept', { name: name.trim() }))
      setName('')
      setPhone('')
    } catch (error) {
      setWrong(errorWords(error))
    }
  }
  return (
    <>
      <TextField
        bareLabel
        label={t('call.decider.name')}
        placeholder={named ?? t('call.decider.name')}
        value={name}
        onChange={setName}
        maxLength={200}
      />
      <TextField
        bareLabel
        label={t('call.decider.phone')}
        placeholder={t('call.decider.phone')}
        value={phone}
        onChange={setPhone}
        wrong={wrong}
        maxLength={200}
      />
      <Button small isDisabled={name.trim() === ''} onPress={() => void save()}>
        {t('call.decider.keep')}
      </Button>
      {named && <span className={styles.said}>{t('call.decider.kept', { name: named })}</span>}
    </>
  )
}
