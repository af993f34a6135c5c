import { useTranslation } from 'react-i18next'

import type { Card as LeadCard } from '#shared/contract/card'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import { questionOf } from './board-words.ts'
import styles from './call.module.css'

/** What to say first, and what to ask next. */
export function ScriptCard({ card, repName }: { card: LeadCard; repName: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { nextBest, criteria } = card.board
  const criterion = criteria.find(({ id }) => id === nextBest?.criterion)
  const { opener } = card.script
  return (
    <Card label={t('call.script')}>
      <div className={styles.say}>
        <h2>{t('call.script')}</h2>
        <p lang={card.language}>{marked(opener, [card.person.givenName, repName.split(' ')[0]])}</p>
        {nextBest && criterion && (
          <div className={styles.next}>
            <Chip tone="accent">{t('call.nextBest')}</Chip>
            <b>{questionOf(criterion, t)}</b>
            <span>{t('call.worth', { points: format.points(nextBest.points) })}</span>
          </div>
        )}
      </div>
    </Card>
  )
}

/** The names that were filled in stand out, so that nobody reads past them. */
function marked(text: string, names: readonly (string | null | undefined)[]) {
  const wanted = new Set(names.flatMap((name) => name?.split(' ') ?? []))
  // Every second part is a word.
  return text.split(WORDS).map((part, at) => (wanted.has(part) ? <em key={at}>{part}</em> : part))
}

const WORDS = /(\p{L}+)/u
