import { useTranslation } from 'react-i18next'

import type { Card } from '#shared/contract/card'
import { useFormat } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/use-language'
import { criterionWords } from './board-words.ts'
import styles from './side.module.css'

/** Readable in five seconds: how it ended last, what they did, what they said against it, who decides, what not to ask again. */
export function Before({ card, now }: { card: Card; now: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const language = useLanguage()
  const { history, objections, board, behaviour, draft } = card
  const last = history.find(({ kind }) => kind === 'call')
  const earlier = objections.filter(({ callId }) => callId !== draft?.callId)
  const against = [...new Set(earlier.map(({ label }) => label[language]))]
  const settled = board.answers.filter(
    ({ stale, state }) => !stale && (state === 'answered' || state === 'declined'),
  )
  const done = behaviour.lines.filter(({ at }) => at !== null).toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
  const lines = [
    last?.outcome && {
      name: t('call.before.last'),
      text: [t(`call.outcome.${(last.own ?? last.outcome) as 'busy'}`), format.ago(last.at, now), last.by]
        .filter(Boolean)
        .join(', '),
    },
    done.length > 0 && {
      name: t('call.before.did'),
      text: done
        .slice(0, 2)
        .map(({ rule, at }) =>
          [
            t(`queue.signal.${rule}` as 'queue.signal.demo', { defaultValue: rule }),
            format.ago(at ?? now, now),
          ].join(', '),
        )
        .join('; '),
    },
    against.length > 0 && { name: t('call.before.against'), text: against.join('; ') },
    { name: t('call.before.decides'), text: deciderOf(card) ?? t('call.before.deciderUnknown') },
    settled.length > 0 && {
      name: t('call.before.settled'),
      text: settled.map(({ criterion }) => criterionWords(criterion, t, board.framework)).join(', '),
    },
  ]
  return (
    <section aria-label={t('call.before.title')}>
      <h2>{t('call.before.title')}</h2>
      <dl className={styles.before}>
        {lines.map(
          (line) =>
            line && (
              <div key={line.name}>
                <dt>{line.name}</dt>
                <dd>{line.text}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}

/** They themselves, a colleague who said so, or whom they named. */
function deciderOf({ board, person, colleagues, named }: Card): string | null {
  const own = board.answers.find(({ criterion, state }) => criterion === 'authority' && state === 'answered')
  if (own?.grade === 'decides' && own.from === null) return person.name
  return colleagues.find(({ decides }) => decides)?.name ?? named?.name ?? null
}
