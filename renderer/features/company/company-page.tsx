import { ArrowLeft, PhoneOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import type { CompanyPage as Company } from '#shared/contract/company'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import { Page } from '#renderer/ui/page'
import { Merges } from './merges.tsx'
import { People } from './people.tsx'
import { Wish } from './wish.tsx'
import styles from './company.module.css'

type Props = { company: Company; call: Call; state: Output<'app.state'> }

/** A company: who works there and when they were last dialled, its numbers, and whether it may be called at all. */
export function CompanyPage({ company, call, state }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { name, industry, employees, place, domain, silencedAt, silenced, mergedInto } = company
  return (
    <Page
      title={name}
      beside={
        <>
          {silencedAt !== null && (
            <Chip tone="bad" icon={<PhoneOff size={11} aria-hidden />}>
              {t('company.silencedAt', { day: format.day(silencedAt) })}
            </Chip>
          )}
          {silenced > 0 && <Chip tone="warn">{t('company.silenced', { count: silenced })}</Chip>}
          {company.leads.map(({ stage, count }) => (
            <Chip key={stage}>{t('company.stage', { stage: t(`common.stage.${stage}`), count })}</Chip>
          ))}
        </>
      }
      aside={
        <Link href="/leads" className={styles.back}>
          <ArrowLeft size={14} aria-hidden /> {t('company.back')}
        </Link>
      }
    >
      <p className={styles.about}>
        {[industry, employees === null ? null : t('lead.employees', { count: employees }), place, domain]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {mergedInto && (
        <p className={styles.about}>
          {t('company.mergedInto')} <Link href={`/companies/${mergedInto.companyId}`}>{mergedInto.name}</Link>
        </p>
      )}
      <div className={styles.columns}>
        <People company={company} />
        <div className={styles.side}>
          <Wish company={company} call={call} state={state} />
          <Card title={t('company.numbers')}>
            {company.numbers.length === 0 && <p className={styles.quiet}>{t('company.noNumbers')}</p>}
            <ul className={styles.list} aria-label={t('company.numbers')}>
              {company.numbers.map(({ display, people, switchboard }) => (
                <li key={display}>
                  <span className={styles.mono}>{display}</span>{' '}
                  <span className={styles.quiet}>
                    {switchboard
                      ? t('company.switchboard', { count: people })
                      : t('company.shared', { count: people })}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
          <Merges company={company} call={call} state={state} />
        </div>
      </div>
    </Page>
  )
}
