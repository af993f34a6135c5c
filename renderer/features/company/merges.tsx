import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import type { CompanyPage as Company } from '#shared/contract/company'
import { atLeast } from '#shared/domain/people'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import styles from './company.module.css'

type Props = { company: Company; call: Call; state: Output<'app.state'> }

/** Companies that look like this one, and those that were merged into it. Nothing when there are none. */
export function Merges({ company: { companyId, name, alike, merges }, call, state }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { notify } = useAnnouncer()
  const mayMerge = atLeast(state.atDesk?.role ?? 'rep', 'team_lead')
  const undo = async (pairingId: string) => {
    await call('review.undo', { pairingId })
    notify({ text: t('company.undone') })
  }
  const merge = async (otherId: string) => {
    const { pairingId } = await call('review.merge', {
      kind: 'company',
      keepId: companyId,
      otherId,
      choices: {},
    })
    notify({
      text: t('company.merged', { name }),
      action: { label: t('company.undo'), onPress: () => void undo(pairingId) },
    })
  }
  if (alike.length === 0 && merges.length === 0) return null
  return (
    <Card title={t('company.alike')}>
      <ul className={styles.list} aria-label={t('company.alike')}>
        {alike.map((other) => (
          <li key={other.companyId} className={styles.line}>
            <Link href={`/companies/${other.companyId}`}>{other.name}</Link>
            <span className={styles.quiet}>{t('review.points', { count: other.points })}</span>
            <Button small isDisabled={!mayMerge} onPress={() => void merge(other.companyId)}>
              {t('company.merge')}
            </Button>
          </li>
        ))}
        {merges.map(({ pairingId, name: other, at, by, yours }) => (
          <li key={pairingId} className={styles.line}>
            <span>{t('company.wasMerged', { name: other, day: format.day(at), by: by ?? '' })}</span>
            {yours && (
              <Button small onPress={() => void undo(pairingId)}>
                {t('company.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!mayMerge && alike.length > 0 && <p className={styles.quiet}>{t('review.leadOnly')}</p>}
    </Card>
  )
}
