import { Clock, Layers } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

import type { Card } from '#shared/contract/card'
import { Chip, type Tone } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import { Popover } from '#renderer/ui/popover'
import { useRuleWords } from '#renderer/ui/rule-words'
import { useNow } from '#renderer/ui/use-now'
import { useWhyWords } from '#renderer/ui/why-words'
import { useWindowWords } from '#renderer/ui/window-words'
import styles from './parts.module.css'

const MAY: Readonly<Record<Card['mayCall']['effect'], Tone>> = { allow: 'good', warn: 'warn', block: 'bad' }

/** Why now, the time there, the scores, the stage, and may I call. */
export function Facts({ card }: { card: Card }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const whyWords = useWhyWords()
  const windowWords = useWindowWords()
  const { why, mayCall } = card
  const reason = why && whyWords(why, now)
  const there = windowWords(card.window, now)
  const scores = [
    t('call.fit', { fit: format.points(card.fit.total) }),
    t('call.behaviour', { behaviour: format.points(card.behaviour.total) }),
  ]
  const stage = t(`common.stage.${card.stage}`)

  return (
    <>
      {reason && (
        <Chip tone={reason.isLate ? 'bad' : why.bucket === 'hot' ? 'accent' : 'plain'}>{reason.text}</Chip>
      )}
      <Chip tone={there.isClosing ? 'warn' : 'plain'} icon={<Clock size={11} aria-hidden />}>
        {there.text}
      </Chip>
      <Chip tone="accent">{scores.join(' · ')}</Chip>
      <Chip>{why ? t('call.attempt', { stage, attempt: why.attempt }) : stage}</Chip>
      <MayChip mayCall={mayCall} isPromise={why?.bucket === 'promise'} />
      {card.alsoIn.map(({ listName, promisedAt }) => (
        <Chip key={listName} tone="info" icon={<Layers size={11} aria-hidden />}>
          {promisedAt === null
            ? t('call.alsoIn', { list: listName })
            : t('call.alsoInPromised', { list: listName, when: format.moment(promisedAt) })}
        </Chip>
      ))}
    </>
  )
}

/** The verdict and its first ground; all of them one press away. A paper that is missing shows, and forbids nothing. */
function MayChip({ mayCall, isPromise }: Pick<Card, 'mayCall'> & { isPromise: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const ruleWords = useRuleWords()
  const [first] = mayCall.conditions.filter(({ effect }) => effect !== 'allow')
  const verdict = t(`call.may.${mayCall.effect}`)
  const ground = first ? ruleWords(first, true) : isPromise ? t('call.mayPromise') : ''
  const words =
    first && mayCall.effect === 'allow'
      ? t('call.mayBut', { ground })
      : ground
        ? `${verdict}: ${ground}`
        : verdict
  return (
    <Popover
      label={t('call.mayTitle')}
      trigger={
        <AriaButton className={styles.mayButton ?? ''}>
          <Chip tone={MAY[first?.effect ?? mayCall.effect]}>{words}</Chip>
        </AriaButton>
      }
    >
      <h2>{t('call.mayTitle')}</h2>
      {mayCall.conditions.length === 0 && <p>{t('call.mayNone')}</p>}
      <ul className={styles.conditions}>
        {mayCall.conditions.map((condition) => (
          <li key={condition.rule}>
            <Chip tone={MAY[condition.effect]}>{t(`call.may.${condition.effect}`)}</Chip>
            <span>
              {ruleWords(condition)}
              {condition.until !== null && (
                <span className={styles.faint}>
                  {' '}
                  {t('call.mayUntil', { when: format.moment(condition.until) })}
                </span>
              )}
              {condition.source && <small className={styles.faint}> {condition.source}</small>}
            </span>
          </li>
        ))}
      </ul>
    </Popover>
  )
}
