import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { FEWEST_MONTHS, MOST_MONTHS, SUGGESTED_MONTHS } from '#shared/domain/retention'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { useErrorWords } from '#renderer/ui/error-words'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import { TextField } from '#renderer/ui/text-field'
import type { PartProps } from '../part-props.ts'
import { DryRun } from './dry-run.tsx'
import styles from './erasing.module.css'

type Rules = Output<'retention.get'>
type Rule = Rules['lists'][number]

/** For how many months each list keeps people, and whom that would erase now. */
export function Retention({ call, host }: PartProps) {
  const { t } = useTranslation()
  const [rules, set] = useState<Loaded<Rules>>(LOADING)
  const load = useCallback(async () => set(await loaded(call('retention.get', {}))), [call])
  useEffect(() => {
    void load()
    return host.onEvent((event) => {
      if (event.kind === 'changed' && event.topics.includes('rules')) void load()
    })
  }, [host, load])
  return (
    <Shown of={rules} onRetry={() => void load()} rows={6}>
      {({ lists }) => (
        <>
          <Card title={t('retention.title')}>
            <p className={styles.note}>{t('retention.note', { months: SUGGESTED_MONTHS })}</p>
            <ul className={styles.rows}>
              {lists.map((rule) => (
                <Line key={`${rule.listId} ${rule.months}`} call={call} rule={rule} />
              ))}
            </ul>
          </Card>
          <DryRun call={call} host={host} version={lists.map(({ months }) => months).join()} />
        </>
      )}
    </Shown>
  )
}

function Line({ call, rule: { listId, name, months } }: { call: Call; rule: Rule }) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const errorWords = useErrorWords()
  const [text, write] = useState(months?.toString() ?? '')
  const [wrong, setWrong] = useState<string>()
  const chosen = monthsIn(text)
  const save = async () => {
    if (chosen === undefined) return setWrong(t('retention.wrong', { from: FEWEST_MONTHS, to: MOST_MONTHS }))
    try {
      await call('retention.save', { listId, months: chosen })
      setWrong(undefined)
      notify({ text: t('retention.saved') })
    } catch (error) {
      setWrong(errorWords(error))
    }
  }
  return (
    <li>
      <b className={styles.name}>{name}</b>
      <span className={styles.months}>
        <TextField
          bareLabel
          label={t('retention.months', { list: name })}
          inputMode="numeric"
          value={text}
          onChange={write}
          wrong={wrong}
        />
      </span>
      <span className={styles.quiet}>
        {months === null ? t('retention.off') : t('retention.after', { count: months })}
      </span>
      <span className={styles.actions}>
        {text === '' && (
          <Button small look="quiet" onPress={() => write(String(SUGGESTED_MONTHS))}>
            {t('retention.suggest', { months: SUGGESTED_MONTHS })}
          </Button>
        )}
        {chosen !== months && (
          <Button small look="go" onPress={() => void save()}>
            {t('retention.save')}
          </Button>
        )}
      </span>
    </li>
  )
}

/** Null = none; undefined = it cannot be read. */
function monthsIn(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const months = Number(text)
  return Number.isInteger(months) && months >= FEWEST_MONTHS && months <= MOST_MONTHS ? months : undefined
}
