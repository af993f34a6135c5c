import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import type { Card as LeadCard } from '#shared/contract/card'
import { OVERRIDABLE, OVERRIDE_DAYS, type Overridable } from '#shared/domain/override'
import { atLeast, type Role } from '#shared/domain/people'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Disclosure } from '#renderer/ui/disclosure'
import { useFormat } from '#renderer/ui/format'
import { NumberField } from '#renderer/ui/number-field'
import { Segmented } from '#renderer/ui/segmented'
import { TextField } from '#renderer/ui/text-field'
import styles from './lead.module.css'

type Props = { call: Call; card: LeadCard; role: Role; onDone: () => Promise<void> }

/** Fit and behaviour as they stand, and what a team lead set by hand, with what is computed beside it. */
export function ScoreCard({ call, card, role, onDone }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { leadId } = card
  const mayChange = atLeast(role, 'team_lead')
  return (
    <Card title={t('scoring.scores')}>
      <dl className={styles.facts}>
        {OVERRIDABLE.map((score) => {
          const { total, override: set } = card[score]
          return (
            <div key={score}>
              <dt>{t(`scoring.score.${score}`)}</dt>
              <dd>
                <b>{format.points(total)}</b>
                {set && (
                  <>
                    <span className={styles.quiet}>
                      {t('scoring.setBy', {
                        by: set.by,
                        until: format.moment(set.until),
                        original: format.points(set.original),
                      })}
                      {set.reason && ` ${format.quote(set.reason)}`}
                    </span>{' '}
                    {mayChange && (
                      <Button
                        look="link"
                        small
                        onPress={() => void call('lead.unsetScore', { leadId, score }).then(onDone)}
                      >
                        {t('scoring.unset', { score: t(`scoring.score.${score}`) })}
                      </Button>
                    )}
                  </>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      {mayChange && (
        <Disclosure title={t('scoring.set')}>
          <SetScore call={call} leadId={leadId} onDone={onDone} />
        </Disclosure>
      )}
    </Card>
  )
}

function SetScore({ call, leadId, onDone }: Pick<Props, 'call' | 'onDone'> & { leadId: string }) {
  const { t } = useTranslation()
  const [score, setScore] = useState<Overridable>('fit')
  const [points, setPoints] = useState<number | null>(null)
  const [days, setDays] = useState<number | null>(30)
  const [reason, setReason] = useState('')
  const isPoints = points !== null && points >= 0 && points <= 100
  const isDays = days !== null && days >= 1 && days <= OVERRIDE_DAYS
  const save = async () => {
    if (!isPoints || !isDays) return
    await call('lead.setScore', { leadId, score, points: Math.round(points * 100), days, reason })
    setPoints(null)
    setReason('')
    await onDone()
  }
  return (
    <div className={styles.form}>
      <Segmented
        label={t('scoring.which')}
        options={OVERRIDABLE.map((id) => ({ id, name: t(`scoring.score.${id}`) }))}
        value={score}
        onChange={setScore}
      />
      <div className={styles.pair}>
        <NumberField
          label={t('settings.points')}
          value={points}
          onChange={setPoints}
          decimals={2}
          wrong={points === null || isPoints ? undefined : t('scoring.pointsWrong')}
        />
        <NumberField
          label={t('scoring.days')}
          hint={t('scoring.daysHint', { most: OVERRIDE_DAYS })}
          value={days}
          onChange={setDays}
          wrong={isDays ? undefined : t('scoring.daysHint', { most: OVERRIDE_DAYS })}
        />
      </div>
      <TextField label={t('scoring.reason')} value={reason} onChange={setReason} maxLength={200} />
      <div className={styles.actions}>
        <Button
          look="go"
          small
          isDisabled={!isPoints || !isDays || reason.trim() === ''}
          onPress={() => void save()}
        >
          {t('scoring.setSave')}
        </Button>
      </div>
    </div>
  )
}
