import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Card as LeadCard } from '#shared/contract/card'
import { Card } from '#renderer/ui/card'
import { Checkbox } from '#renderer/ui/checkbox'
import { cx } from '#renderer/ui/cx'
import type { CallStore } from './call-store.ts'
import { NextQuestion } from './next-question.tsx'
import { ObjectionFinder } from './objection-finder.tsx'
import { Saying } from './saying.tsx'
import styles from './script.module.css'

type ScriptCardProps = {
  store: CallStore
  card: LeadCard
  repName: string
  /** Where a team lead writes it; null for others. */
  editor: string | null
}

const PARTS = ['branches', 'closes', 'source'] as const

/** What to say first, what to ask next, and what when they say something else. */
export function ScriptCard({ store, card, repName, editor }: ScriptCardProps) {
  const { t } = useTranslation()
  const say = useStore(store, (state) => state.say)
  const isFinding = useStore(store, (state) => state.isFinding)
  const { show, tickOpening } = store.getState()
  const { draft } = card
  const onLine = draft !== null && (draft.dialledAt ?? draft.answeredAt) !== null
  return (
    <Card label={t('call.script')}>
      <div className={styles.say}>
        <header className={styles.parts}>
          <h2>
            <button type="button" aria-pressed={say === null} onClick={() => show(null)}>
              {t('call.script')}
            </button>
          </h2>
          {PARTS.map((part) => (
            <button
              key={part}
              type="button"
              aria-pressed={say?.kind === 'part' && say.part === part}
              onClick={() => show({ kind: 'part', part })}
            >
              {t(`call.part.${part}`)}
            </button>
          ))}
          {editor && <a href={editor}>{t('call.scriptEdit')}</a>}
          <span className={cx(styles.said, !onLine && styles.hidden)}>
            {onLine && (
              <Checkbox isSelected={draft?.openingSaid === true} onChange={(said) => void tickOpening(said)}>
                {t('call.openingSaid')}
              </Checkbox>
            )}
          </span>
        </header>
        <Saying store={store} card={card} repName={repName} />
        {isFinding ? (
          <ObjectionFinder store={store} card={card} />
        ) : (
          <NextQuestion store={store} card={card} />
        )}
      </div>
    </Card>
  )
}
