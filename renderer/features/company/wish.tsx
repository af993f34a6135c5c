import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import type { CompanyPage as Company } from '#shared/contract/company'
import { atLeast } from '#shared/domain/people'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import styles from './company.module.css'

type Props = { company: Company; call: Call; state: Output<'app.state'> }

/** What was asked for the whole company, while it waits for a team lead: confirmed, or narrowed to who said it. */
export function Wish({ company: { name, wish }, call, state }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { notify } = useAnnouncer()
  if (!wish) return null
  const { wishId, person, by, at, confirmBy } = wish
  const isLead = atLeast(state.atDesk?.role ?? 'rep', 'team_lead')
  const decide = async (companyWide: boolean) => {
    await call('wishes.decide', { wishId, companyWide })
    notify({ text: t(companyWide ? 'company.confirmed' : 'company.narrowed', { name }) })
  }
  const about = { by: by ?? '', day: format.day(at), until: format.day(Date.parse(confirmBy), 'UTC') }
  return (
    <Card title={t('company.wish')}>
      <p>
        {person === null ? t('company.wishBodyNobody', about) : t('company.wishBody', { ...about, person })}
      </p>
      {isLead ? (
        <div className={styles.decide}>
          <Button look="go" onPress={() => void decide(true)}>
            {t('company.confirm')}
          </Button>
          <Button onPress={() => void decide(false)}>{t('company.narrow')}</Button>
        </div>
      ) : (
        <p className={styles.quiet}>{t('company.wishLead')}</p>
      )}
    </Card>
  )
}
