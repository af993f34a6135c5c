import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import type { Card } from '#shared/contract/card'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import { useNow } from '#renderer/ui/use-now'
import { Before } from './before.tsx'
import { Receipt } from './receipt.tsx'
import { History } from './history.tsx'
import styles from './side.module.css'

/** What happened before, who else is there, and why these scores. */
export const SideColumn = memo(function SideColumn({ card }: { card: Card }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow(60_000)
  const extra = Object.entries(card.extra)
  return (
    <div className={styles.column}>
      <Before card={card} now={now} />
      <section aria-label={t('call.history')}>
        <h2>{t('call.history')}</h2>
        <History card={card} now={now} />
      </section>
      {card.company && (
        <section aria-label={card.company.name}>
          <h2>
            <Link href={`/companies/${card.company.id}`}>{card.company.name}</Link>
          </h2>
          {card.colleagues.length === 0 && (
            <p className={styles.none}>{card.company.industry ?? t('call.alone')}</p>
          )}
          <ul className={styles.mates}>
            {card.colleagues.map((mate) => (
              <li key={mate.leadId}>
                <span>
                  {mate.name} <small>{mate.title}</small>
                </span>
                {mate.decides ? (
                  <Chip tone="accent">{t('call.colleagueDecides')}</Chip>
                ) : (
                  <small>
                    {mate.lastDialAt === null
                      ? t('call.colleagueNever')
                      : t('call.colleagueCalled', { ago: format.ago(mate.lastDialAt, now) })}
                  </small>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Receipt kind="fit" receipt={card.fit} />
      <Receipt kind="behaviour" receipt={card.behaviour} />
      {extra.length > 0 && (
        <section aria-label={t('call.extra')}>
          <h2>{t('call.extra')}</h2>
          <dl className={styles.extra}>
            {extra.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  )
})
