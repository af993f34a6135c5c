import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import { dayOf } from '#shared/domain/calendar'
import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import { loaded, LOADING, type Loaded } from '#renderer/ui/loaded'
import styles from './day.module.css'

type Bucket = Output<'metrics.ageing'>[number]

/** What has waited for longer than its stage should take, each bucket a way to those leads; nothing when there is none. */
export function Ageing({ call, zone }: { call: Call; zone: string }) {
  const { t } = useTranslation()
  const [buckets, setBuckets] = useState<Loaded<Bucket[]>>(LOADING)
  const load = useCallback(() => void loaded(call('metrics.ageing', {})).then(setBuckets), [call])
  useEffect(load, [load])
  if (buckets.kind !== 'ready' || buckets.value.length === 0) return null
  return (
    <Card title={t('day.ageing')}>
      <ul className={styles.ageing}>
        {buckets.value.map((bucket) => (
          <Line key={bucket.stage} bucket={bucket} zone={zone} />
        ))}
      </ul>
      <p className={styles.small}>{t('day.ageingWhy')}</p>
    </Card>
  )
}

function Line({ bucket: { stage, days, leads, since }, zone }: { bucket: Bucket; zone: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = { stage: t(`common.stage.${stage}`), count: days }
  return (
    <li>
      <b>{format.number(leads)}</b>
      <Link href={`/leads/in/${stage}/${days}`}>
        {stage === 'nurture' ? t('day.ageingWoken', words) : t('day.ageingPast', words)}
      </Link>
      {since !== null && <small>{t('day.ageingOldest', { date: format.date(dayOf(zone, since)) })}</small>}
    </li>
  )
}
