import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import type { Card as LeadCard } from '#shared/contract/card'
import type { Role } from '#shared/domain/people'
import { Card } from '#renderer/ui/card'
import type { LeadState } from './lead-store.ts'
import { MoveForm } from './move-form.tsx'
import { StageHistory } from './stage-history.tsx'
import { useRefusalWords } from './refusal-words.ts'
import styles from './lead.module.css'

type Props = {
  card: LeadCard
  store: LeadState
  role: Role
  reasons: Output<'app.state'>['reasons']
}

/** Where it stands, how it got there, what the next proof lacks and how to move it. */
export function StageCard({ card, store, role, reasons }: Props) {
  const { t } = useTranslation()
  const refusalWords = useRefusalWords(card)
  const { missing } = card
  return (
    <Card title={t('lead.stage')} aside={<span className={styles.quiet}>{reasonOf()}</span>}>
      <StageHistory card={card} />
      {missing.length > 0 && (
        <p className={styles.quiet}>
          {t('lead.missing', { missing: missing.map((one) => refusalWords(one)).join(' · ') })}
        </p>
      )}
      <MoveForm card={card} store={store} role={role} reasons={reasons} />
    </Card>
  )

  function reasonOf(): string {
    return card.reason === null ? '' : t(`call.reason.${card.reason as 'no_need'}`, card.reason)
  }
}
