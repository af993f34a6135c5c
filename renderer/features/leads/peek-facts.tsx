import { useTranslation } from 'react-i18next'

import type { Card } from '#shared/contract/card'
import { useFormat } from '#renderer/ui/format'
import { useNow } from '#renderer/ui/use-now'
import { useWhyWords } from '#renderer/ui/why-words'
import { useWindowWords } from '#renderer/ui/window-words'
import styles from './leads.module.css'

/** Of all that happened, the newest. */
const LAST = 6

/** Why now, numbers, and what was last. */
export function PeekFacts({ card }: { card: Card }) {
  const { t } = useTranslation()
  const format = useFormat()
  const whyWords = useWhyWords()
  const windowWords = useWindowWords()
  const now = useNow()
  const { person, why, window, history } = card
  const calls = history.filter(({ kind }) => kind === 'call').slice(0, LAST)
  return (
    <>
      {why && <p>{whyWords(why, now).text}</p>}
      <p className={styles.quiet}>{windowWords(window, now).text}</p>
      <dl className={styles.peekFacts}>
        <dt>{t('lead.phones')}</dt>
        <dd>
          {person.phones.length === 0 && t('lead.noPhone')}
          {person.phones.map(({ id, display, status }) => (
            <div key={id}>
              <span className={styles.phone}>{display}</span>{' '}
              {status !== 'ok' && <small>{t(`lead.phoneStatus.${status}`)}</small>}
            </div>
          ))}
        </dd>
        {person.emails.length > 0 && (
          <>
            <dt>{t('lead.emails')}</dt>
            <dd>{person.emails.join(', ')}</dd>
          </>
        )}
        <dt>{t('lead.owner')}</dt>
        <dd>{card.owner ?? t('lead.nobody')}</dd>
      </dl>
      <h3>{t('lead.timeline')}</h3>
      {calls.length === 0 && <p className={styles.quiet}>{t('lead.nothingHappened')}</p>}
      <ol className={styles.lastCalls}>
        {calls.map(({ id, at, own, outcome, by, text }) => (
          <li key={id}>
            <b>{format.recent(at, t('common.today'))}</b> ·{' '}
            {outcome && t(`call.outcome.${(own ?? outcome) as 'busy'}`)}{' '}
            <span className={styles.quiet}>{by}</span>
            {text && <p dir="auto">{format.quote(text)}</p>}
          </li>
        ))}
      </ol>
    </>
  )
}
