import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import { OWN } from '#shared/domain/policy/pack'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { Disclosure } from '#renderer/ui/disclosure'
import { useFormat } from '#renderer/ui/format'
import type { Policy } from './calling.tsx'
import { Narrow } from './narrow.tsx'
import { useNames, useRuleText } from './words.ts'
import styles from './calling.module.css'

type Pack = Policy['packs'][number]
type Props = { call: Call; policy: Policy; mayChange: boolean; onSaved: () => void }

/** Each pack with its dated rules, where they are from, and what was taken off it here. */
export function Packs({ call, policy, mayChange, onSaved }: Props) {
  const { t } = useTranslation()
  const { subjectName } = useNames(policy.states)
  const late = (pack: Pack) => pack.rules.some(({ overdue, inForce }) => overdue && inForce)
  return (
    <Card title={t('calling.packs')}>
      <p className={styles.note}>{t('calling.packsNote')}</p>
      {policy.packs.map((pack) => (
        <Disclosure
          key={pack.id}
          title={subjectName(pack.id)}
          summary={
            <>
              {t('calling.rules', { count: pack.rules.length })}
              {late(pack) && <Chip tone="warn">{t('calling.toReview')}</Chip>}
              {policy.narrowings[pack.id] && <Chip tone="info">{t('calling.narrowed')}</Chip>}
            </>
          }
        >
          <ul className={styles.rules}>
            {pack.rules.map((rule) => (
              <Rule key={rule.id} rule={rule} states={policy.states} />
            ))}
          </ul>
        </Disclosure>
      ))}
      <Narrow call={call} policy={policy} mayChange={mayChange} onSaved={onSaved} />
    </Card>
  )
}

function Rule({ rule, states }: { rule: Pack['rules'][number]; states: Policy['states'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const ruleText = useRuleText()
  const { subjectName } = useNames(states)
  const { source, address, reviewBy, overdue, since, inForce, region } = rule
  return (
    <li>
      <p>
        <b>{region === null ? t(`calling.who.${rule.who}`) : subjectName(region)}</b>: {ruleText(rule)}
      </p>
      <p className={styles.quiet}>
        {source === OWN.name ? t('calling.own') : source}
        {since !== null && ` · ${t(inForce ? 'calling.since' : 'calling.from', { day: format.date(since) })}`}
        {reviewBy !== null && ` · ${t('calling.reviewBy', { day: format.date(reviewBy) })}`}{' '}
        {overdue && <Chip tone="warn">{t('calling.overdue')}</Chip>}
      </p>
      {address !== null && <code className={styles.address}>{address}</code>}
    </li>
  )
}
