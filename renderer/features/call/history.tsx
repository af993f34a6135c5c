import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { Card } from '#shared/contract/card'
import { has } from '#shared/domain/outcome'
import { useFormat, type Format } from '#renderer/ui/format'
import { Timeline } from '#renderer/ui/timeline'
import { useLanguage } from '#renderer/ui/use-language'
import styles from './side.module.css'

type Item = Card['history'][number]

/** Newest first; a filled mark where somebody was reached. */
export function History({ card, now }: { card: Card; now: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const language = useLanguage()
  const { draft, history } = card
  const since = draft?.answeredAt ?? draft?.dialledAt ?? null
  if (history.length === 0 && since === null) return <p className={styles.none}>{t('call.historyNone')}</p>
  const when = (at: number) => format.recent(at, t('common.today'), now)
  return (
    <Timeline>
      {since !== null && (
        <li data-key>
          <b>{when(since)}</b> <small>{t(draft?.answeredAt ? 'call.onTheLine' : 'call.dialled')}</small>
        </li>
      )}
      {history.map((item) => (
        <li key={item.id} data-key={isKey(item) || undefined}>
          <b>{when(item.at)}</b> · {headOf(item, t, format)}
          {item.byHand && <small> · {t('call.byHand')}</small>}
          {item.text && <p>{item.kind === 'call' ? format.quote(item.text) : item.text}</p>}
          {item.objections.length > 0 && (
            <p>
              {t('call.objection.raised', {
                what: item.objections.map(({ label }) => label[language]).join(', '),
              })}
            </p>
          )}
          {item.kind === 'call' && item.reason && <p>{reasonWords(item.reason, t)}</p>}
          {item.kind === 'skip' && <p>{t(`skip.reason.${item.reason as 'other'}`)}</p>}
        </li>
      ))}
    </Timeline>
  )
}

const isKey = ({ kind, outcome }: Item): boolean =>
  (kind === 'call' && outcome !== null && has(outcome, 'connected')) || kind === 'promise'

const reasonWords = (reason: string, t: TFunction): string =>
  t(`call.reason.${reason}` as 'call.reason.timing', { defaultValue: reason })

function headOf(item: Item, t: TFunction, format: Format): string {
  const code = item.own ?? item.outcome
  const outcome = code ? t(`call.outcome.${code as 'busy'}`) : ''
  const to = item.to ? t(`common.stage.${item.to}`) : ''
  const words: Record<Item['kind'], () => string> = {
    call: () => [outcome, talkOf(item, t, format)].filter(Boolean).join(', '),
    stage: () =>
      item.from === null || item.from === item.to
        ? t('call.event.born', { to })
        : t('call.event.stage', { from: t(`common.stage.${item.from}`), to }),
    import: () => t('call.event.import'),
    promise: () =>
      [t('call.event.promise'), item.dueAt !== null && format.moment(item.dueAt)].filter(Boolean).join(' '),
    skip: () => t('call.event.skip', { when: item.dueAt === null ? '' : format.moment(item.dueAt) }),
    referral: () => t('call.event.referral'),
    suppression: () => t('call.event.suppression'),
    opportunity: () => t('call.event.opportunity'),
    export: () => t('call.event.export'),
    undone: () => t('call.event.undone', { outcome }),
  }
  return words[item.kind]()
}

function talkOf({ talk, talkAtLeast }: Item, t: TFunction, format: Format): string | null {
  if (!talk) return null
  const time = talk < 60 ? format.clock(talk) : t('common.minutes', { count: Math.round(talk / 60) })
  return talkAtLeast ? t('common.atLeast', { time }) : time
}
