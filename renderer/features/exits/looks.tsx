import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import { loaded, LOADING, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import styles from './exits.module.css'

type Sample = Output<'looks.sample'>
type Props = { call: Call; all: Output<'exits.view'>['looks'] }

/** This week's sample of the disqualified: would the lead have closed them too? */
export function Looks({ call, all: { looked, agreed, interval } }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [sample, set] = useState<Loaded<Sample>>(LOADING)
  const load = useCallback(async () => set(await loaded(call('looks.sample', {}))), [call])
  useEffect(() => void load(), [load])
  const say = async (changeId: string, agrees: boolean) => {
    await call('looks.say', { changeId, agrees })
    await load()
  }
  return (
    <Card title={t('exits.looks')}>
      <p className={styles.quiet}>
        {t('exits.looksHow')}{' '}
        {interval &&
          t('exits.looksAll', {
            agreed: format.number(agreed),
            n: format.number(looked),
            low: format.percent(interval.low),
            high: format.percent(interval.high),
          })}
      </p>
      <Shown of={sample} onRetry={() => void load()} rows={5}>
        {(items) =>
          items.length === 0 ? (
            <p>{t('exits.looksNone')}</p>
          ) : (
            <ul className={styles.looks} aria-label={t('exits.looks')}>
              {items.map((item) => (
                <Look key={item.changeId} item={item} say={(agrees) => void say(item.changeId, agrees)} />
              ))}
            </ul>
          )
        }
      </Shown>
    </Card>
  )
}

function Look({ item, say }: { item: Sample[number]; say: (agrees: boolean) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { leadId, name, company, reason, words, by, at, agrees } = item
  return (
    <li>
      <div className={styles.who}>
        <Link href={`/leads/${leadId}`}>{name}</Link>{' '}
        {[company, t(`call.reason.${reason as 'timing'}`)].filter(Boolean).join(' · ')}{' '}
        <span className={styles.quiet}>{t('exits.by', { by: by ?? '', day: format.day(at) })}</span>
        {words && <p dir="auto">{format.quote(words)}</p>}
      </div>
      {agrees !== null && (
        <Chip tone={agrees ? 'good' : 'warn'}>{t(agrees ? 'exits.saidYes' : 'exits.saidNo')}</Chip>
      )}
      {agrees !== true && (
        <Button small onPress={() => say(true)} aria-label={`${t('exits.yes')}: ${name}`}>
          {t('exits.yes')}
        </Button>
      )}
      {agrees !== false && (
        <Button small onPress={() => say(false)} aria-label={`${t('exits.no')}: ${name}`}>
          {t('exits.no')}
        </Button>
      )}
    </li>
  )
}
