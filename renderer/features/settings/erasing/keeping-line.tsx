import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import { FEWEST_MONTHS, isInOrder, MOST_MONTHS, SUGGESTED, type Keeping } from '#shared/domain/retention'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { useErrorWords } from '#renderer/ui/error-words'
import { TextField } from '#renderer/ui/text-field'
import styles from './erasing.module.css'

type Props = {
  call: Call
  /** Null = those that say nothing themselves. */
  listId: string | null
  name: string
  own: Keeping | null
  standard: Keeping | null
}

const NEVER: Keeping = { close: null, erase: null }
const PARTS = ['close', 'erase'] as const
const textOf = (months: number | null) => months?.toString() ?? ''

/** One list: after how many months its leads are closed and its people erased; empty = never. */
export function KeepingLine({ call, listId, name, own, standard }: Props) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const errorWords = useErrorWords()
  const now = own ?? standard ?? NEVER
  const [typed, write] = useState({ close: textOf(now.close), erase: textOf(now.erase) })
  const [wrong, setWrong] = useState<string>()
  const chosen = { close: monthsIn(typed.close), erase: monthsIn(typed.erase) }
  const isChanged = PARTS.some((part) => chosen[part] !== now[part])
  const keep = async (keeping: Keeping | null) => {
    try {
      await call('retention.save', { listId, keeping })
      setWrong(undefined)
      notify({ text: t('retention.saved') })
    } catch (error) {
      setWrong(errorWords(error))
    }
  }
  const save = () => {
    const { close, erase } = chosen
    if (close === undefined || erase === undefined)
      return setWrong(t('retention.wrong', { from: FEWEST_MONTHS, to: MOST_MONTHS }))
    if (!isInOrder({ close, erase })) return setWrong(t('retention.refused.close-after-erase'))
    void keep({ close, erase })
  }
  const said = [
    own === null && standard !== null && t('retention.asStandard'),
    ...PARTS.map((part) => now[part] !== null && t(`retention.after.${part}`, { count: now[part] })),
  ].filter(Boolean)
  return (
    <li>
      <div role="group" aria-label={name} className={styles.line}>
        <b className={styles.name}>{name}</b>
        {PARTS.map((part) => (
          <span key={part} className={styles.months}>
            <TextField
              label={t(`retention.months.${part}`)}
              inputMode="numeric"
              value={typed[part]}
              placeholder={t('retention.never')}
              onChange={(text) => write({ ...typed, [part]: text })}
            />
          </span>
        ))}
        <span className={styles.quiet}>{said.join(', ') || t('retention.off')}</span>
        <span className={styles.actions}>
          {PARTS.every((part) => typed[part] === '') && (
            <Button
              small
              look="quiet"
              onPress={() => write({ close: textOf(SUGGESTED.close), erase: textOf(SUGGESTED.erase) })}
            >
              {t('retention.suggest', SUGGESTED)}
            </Button>
          )}
          {isChanged && (
            <Button small look="go" onPress={save}>
              {t('retention.save')}
            </Button>
          )}
          {listId !== null && own !== null && standard !== null && !isChanged && (
            <Button small look="quiet" onPress={() => void keep(null)}>
              {t('retention.takeStandard')}
            </Button>
          )}
        </span>
        {wrong && (
          <p role="alert" className={styles.wrong}>
            {wrong}
          </p>
        )}
      </div>
    </li>
  )
}

/** Null = none; undefined = it cannot be read. */
function monthsIn(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const months = Number(text)
  return Number.isInteger(months) && months >= FEWEST_MONTHS && months <= MOST_MONTHS ? months : undefined
}
