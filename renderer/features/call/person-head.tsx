import { Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Card } from '#shared/contract/card'
import { Button } from '#renderer/ui/button'
import { useFormat } from '#renderer/ui/format'
import { useKeyOf } from '#renderer/ui/keys'
import { Select } from '#renderer/ui/select'
import type { CallStore } from './call-store.ts'
import { Facts } from './facts.tsx'
import styles from './call.module.css'

type PersonHeadProps = { store: CallStore; card: Card; history: ReactNode }

/** The person is the page: the name first, then how to reach them. */
export function PersonHead({ store, card, history }: PersonHeadProps) {
  const { t } = useTranslation()
  const keyOf = useKeyOf()
  const format = useFormat()
  const phoneId = useStore(store, (state) => state.phoneId)
  const { dial, choosePhone } = store.getState()
  const { person, company } = card
  const phone = person.phones.find(({ id }) => id === phoneId)
  const employees = company?.employees
  const about = [
    [person.title, company?.name].filter(Boolean).join(', '),
    person.city,
    employees ? t('call.people', { count: employees, number: format.number(employees) }) : null,
  ].filter(Boolean)

  return (
    <header className={styles.person}>
      <div className={styles.who}>
        <h1 tabIndex={-1}>{person.name}</h1>
      </div>
      <div className={styles.dial}>
        {person.phones.length > 1 ? (
          <Select
            bareLabel
            label={t('call.number')}
            options={person.phones.map(({ id, display }) => ({ id, name: display }))}
            value={phoneId}
            onChange={choosePhone}
          />
        ) : (
          phone && <span className={styles.number}>{phone.display}</span>
        )}
        {phone ? (
          <Button
            look="go"
            kbd={keyOf('dial')}
            icon={<Phone size={16} strokeWidth={1.8} aria-hidden />}
            onPress={() => void dial()}
          >
            {t('call.dial')}
          </Button>
        ) : (
          <p className={styles.noNumber}>{t('call.noNumber')}</p>
        )}
      </div>
      <p>{about.join(' · ')}</p>
      <span className={styles.drawerButton}>{history}</span>
      <div className={styles.facts}>
        <Facts card={card} />
      </div>
    </header>
  )
}
