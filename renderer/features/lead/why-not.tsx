import { useTranslation } from 'react-i18next'

import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import { useRuleWords } from '#renderer/ui/rule-words'
import { Shown } from '#renderer/ui/shown'
import { useNow } from '#renderer/ui/use-now'
import { useWhyWords } from '#renderer/ui/why-words'
import { useWindowWords } from '#renderer/ui/window-words'
import type { LeadState } from './lead-store.ts'
import styles from './lead.module.css'

const TONES = { allow: 'plain', warn: 'warn', block: 'bad' } as const

/** On which ground it stands in the queue, or every condition that keeps it out and when each ends. */
export function WhyNotCard({ store }: { store: LeadState }) {
  const { t } = useTranslation()
  const format = useFormat()
  const whyWords = useWhyWords()
  const ruleWords = useRuleWords()
  const windowWords = useWindowWords()
  const now = useNow()
  return (
    <Card title={t('lead.canCall')}>
      <Shown of={store.whyNot} onRetry={() => void store.load()}>
        {({ why, window, mayCall, nextAt }) => {
          const failed = mayCall.conditions
          return (
            <div className={styles.why}>
              {why && <p>{whyWords(why, now).text}</p>}
              <p className={styles.quiet}>{windowWords(window, now).text}</p>
              {failed.length === 0 && !nextAt && <p className={styles.quiet}>{t('lead.nothingAgainst')}</p>}
              <ul>
                {failed.map(({ rule, effect, until, evidence, source }) => (
                  <li key={`${rule} ${evidence}`}>
                    <Chip tone={TONES[effect]}>{t(`lead.effect.${effect}`)}</Chip>{' '}
                    {ruleWords({ rule, evidence })},{' '}
                    <span className={styles.quiet}>
                      {until === null
                        ? t('lead.forGood')
                        : t('lead.until', { when: format.near(until, now) })}
                    </span>
                    {source && <small className={styles.source}>{source}</small>}
                  </li>
                ))}
              </ul>
              {nextAt !== null && <p>{t('lead.nextAt', { when: format.near(nextAt, now) })}</p>}
            </div>
          )
        }}
      </Shown>
    </Card>
  )
}
