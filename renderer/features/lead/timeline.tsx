import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { Card as LeadCard } from '#shared/contract/card'
import { Card } from '#renderer/ui/card'
import { useFormat, type Format } from '#renderer/ui/format'
import styles from './lead.module.css'

type Item = LeadCard['history'][number]

/** All that happened, newest first, and who did it. */
export function Timeline({ card }: { card: LeadCard }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Card title={t('lead.timeline')}>
      {card.history.length === 0 && <p className={styles.quiet}>{t('lead.nothingHappened')}</p>}
      <ol className={styles.timeline}>
        {card.history.map((item) => (
          <li key={item.id}>
            <b>{format.recent(item.at, t('common.today'))}</b> · {WORDS[item.kind](item, t, format)}{' '}
            <span className={styles.quiet}>
              {[
                item.by,
                item.kind === 'call' &&
                  item.reason &&
                  t(`call.reason.${item.reason as 'timing'}`, item.reason),
                item.talk && t('lead.talk', { time: format.clock(item.talk) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {item.kind === 'call' && item.text && <p>“{item.text}”</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}

type Words = (item: Item, t: TFunction, format: Format) => string

const outcome = (item: Item, t: TFunction) => (item.outcome ? t(`call.outcome.${item.outcome}`) : '')
const due = ({ dueAt }: Item, format: Format) => (dueAt === null ? '' : format.moment(dueAt))

const WORDS: Readonly<Record<Item['kind'], Words>> = {
  call: outcome,
  undone: (item, t) => t('lead.event.undone', { outcome: outcome(item, t) }),
  stage: (item, t) => (item.to ? t(`common.stage.${item.to}`) : ''),
  import: (item, t) => [t('lead.event.import'), item.text].filter(Boolean).join(' '),
  promise: (item, t, format) =>
    item.reason === null || item.reason === 'call'
      ? t('lead.event.promise', { when: due(item, format) })
      : t('lead.event.step', { kind: t(`call.kind.${item.reason as 'meeting'}`), when: due(item, format) }),
  suppression: (item, t) =>
    t('lead.event.suppression', { scope: t(`lead.scope.${item.reason as 'person'}`) }),
  opportunity: (_, t) => t('lead.event.opportunity'),
  export: (item, t) => t('lead.event.export', { text: item.text ?? '' }),
  referral: (item, t) => t('lead.event.referral', { text: item.text ?? '' }),
}
