import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { addDays, dayOf, nextQuarterStart, quarterStartOf } from '#shared/domain/calendar'
import { HOUR } from '#shared/lib/time'
import { useAnnouncer } from '#renderer/ui/announce'
import { Card } from '#renderer/ui/card'
import { useErrorWords } from '#renderer/ui/error-words'
import { useFormat } from '#renderer/ui/format'
import { Select } from '#renderer/ui/select'
import { useNow } from '#renderer/ui/use-now'
import type { PartProps } from './part-props.ts'
import styles from './settings.module.css'

const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1)

/** In which month a year of quarters begins here: PRODUCT.md section 1. */
export function Quarters({ call, state, mayChange }: PartProps) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const errorWords = useErrorWords()
  const format = useFormat()
  const now = useNow(HOUR)
  const [start, set] = useState<number | null>(null)
  const [wrong, setWrong] = useState<string>()
  useEffect(() => {
    let isGone = false
    void call('definition.get', {}).then(({ quarterStart }) => !isGone && set(quarterStart))
    return () => void (isGone = true)
  }, [call])

  const choose = async (month: number) => {
    setWrong(undefined)
    try {
      await call('definition.quarters', { start: month })
      set(month)
      notify({ text: t('definition.quarters.saved', { month: format.month(month) }) })
    } catch (error) {
      setWrong(errorWords(error))
    }
  }
  if (start === null) return null
  const today = dayOf(state.zone, now)
  const [from, next] = [quarterStartOf(today, start), nextQuarterStart(today, start)]
  const span = { from: format.date(from), to: format.date(addDays(next, -1)) }
  return (
    <Card title={t('definition.quarters.title')}>
      <div className={styles.small}>
        <Select
          label={t('definition.quarters.start')}
          options={MONTHS.map((month) => ({ id: String(month), name: format.month(month) }))}
          value={String(start)}
          isDisabled={!mayChange}
          wrong={wrong}
          onChange={(month) => void choose(Number(month))}
        />
      </div>
      <p className={styles.hint}>{t('definition.quarters.hint', span)}</p>
    </Card>
  )
}
