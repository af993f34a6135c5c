import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { CountrySelect } from '#renderer/ui/country-select'
import { DateField } from '#renderer/ui/date-field'
import { useErrorWords } from '#renderer/ui/error-words'
import { TextField } from '#renderer/ui/text-field'
import styles from './erasing.module.css'

type Found = Output<'erase.many'>
type Props = { call: Call; country: string }

/** Wishes that came as a list: first who they are, then, with a button that says the number, all of them. */
export function Many({ call, country: first }: Props) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const errorWords = useErrorWords()
  const [text, setText] = useState('')
  const [country, setCountry] = useState(first)
  const [askedOn, setDay] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const ask = async (erase: boolean) => {
    setBusy(true)
    setWrong(undefined)
    try {
      const reply = await call('erase.many', { text, country, askedOn, erase })
      setFound(erase ? null : reply)
      if (!erase) return
      setText('')
      notify({ text: t('erase.page.erasedNow', { count: reply.erased }) })
    } catch (error) {
      setWrong(errorWords(error))
    } finally {
      setBusy(false)
    }
  }
  const change = (to: string) => {
    setText(to)
    setFound(null)
  }
  return (
    <Card title={t('erase.page.many')}>
      <p className={styles.note}>{t('erase.page.manyNote')}</p>
      <div className={styles.form}>
        <TextField rows={4} label={t('erase.page.lines')} value={text} onChange={change} wrong={wrong} />
        <div className={styles.pair}>
          <DateField label={t('erase.askedOn')} value={askedOn} onChange={setDay} />
          <CountrySelect label={t('erase.page.country')} value={country} onChange={setCountry} />
        </div>
        {found && <Who found={found} />}
        <span className={styles.actions}>
          <Button isDisabled={text.trim() === '' || askedOn === '' || isBusy} onPress={() => void ask(false)}>
            {t('erase.page.look')}
          </Button>
          {found && found.found.length > 0 && (
            <Button look="danger" isDisabled={isBusy} onPress={() => void ask(true)}>
              {t('erase.page.eraseFound', { count: found.found.length })}
            </Button>
          )}
        </span>
      </div>
    </Card>
  )
}

function Who({ found: { found, unknown, unreadable, several } }: { found: Found }) {
  const { t } = useTranslation()
  return (
    <div role="status" className={styles.who}>
      <p>{t('erase.page.found', { count: found.length })}</p>
      <ul className={styles.rows}>
        {found.map(({ leadId, name, line }) => (
          <li key={leadId}>
            <b dir="auto">{name}</b>
            <span className={styles.quiet}>{line}</span>
          </li>
        ))}
      </ul>
      {unknown.length > 0 && <p>{t('erase.page.unknown', { count: unknown.length })}</p>}
      {several.length > 0 && <p>{t('erase.page.several', { lines: several.join(', ') })}</p>}
      {unreadable.length > 0 && <p>{t('erase.page.unreadable', { lines: unreadable.join(', ') })}</p>}
    </div>
  )
}
