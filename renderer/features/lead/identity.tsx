import { useTranslation } from 'react-i18next'

import type { Card as LeadCard } from '#shared/contract/card'
import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import styles from './lead.module.css'

/** Who it is and where it came from. */
export function Identity({ card }: { card: LeadCard }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { person, company } = card
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [t('lead.company'), company?.name],
    [
      '',
      [company?.industry, company?.employees && t('lead.employees', { count: company.employees })]
        .filter(Boolean)
        .join(' · '),
    ],
    [t('lead.list'), card.listName],
    [t('lead.source'), card.source],
    [t('lead.campaign'), card.campaign],
    [t('lead.arrived'), format.day(card.arrivedAt)],
    [t('lead.owner'), card.owner ?? t('lead.nobody')],
    ...Object.entries(card.extra),
  ]
  return (
    <Card title={t('lead.about')}>
      <dl className={styles.facts}>
        <dt>{t('lead.phones')}</dt>
        <dd>
          {person.phones.length === 0 && t('lead.noPhone')}
          {person.phones.map(({ id, display, extension, status }) => (
            <div key={id} className={status === 'ok' ? undefined : styles.dead}>
              <span className={styles.mono}>{[display, extension].filter(Boolean).join(' x')}</span>{' '}
              {status !== 'ok' && <small>{t(`lead.phoneStatus.${status}`)}</small>}
            </div>
          ))}
        </dd>
        {person.emails.length > 0 && (
          <>
            <dt>{t('lead.emails')}</dt>
            <dd>
              {person.emails.map((email) => (
                <div key={email}>{email}</div>
              ))}
            </dd>
          </>
        )}
        {rows.map(([name, value]) =>
          value ? (
            <div key={name || 'more'} className={styles.fact}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Card>
  )
}
