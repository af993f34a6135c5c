import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { mayAdd, ROLES } from '#shared/domain/people'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { AddPerson } from './add-person.tsx'
import styles from './settings.module.css'

type State = Output<'app.state'>
type Props = { call: Call; reps: State['reps']; atDesk: State['atDesk'] }

/** Who works here and who sits at this desk; every fact from now on carries that name. */
export function People({ call, reps, atDesk }: Props) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const team = reps.filter(({ active }) => active).map(({ role }) => role)
  const roles = ROLES.filter((role) => mayAdd(atDesk?.role ?? null, role, team))
  return (
    <Card title={t('settings.people')}>
      <ul className={styles.rows}>
        {reps.map(({ id, name, role, active }) => (
          <li key={id}>
            <b>{name}</b>
            <span className={styles.quiet}>{t(`common.role.${role}`)}</span>
            <span className={styles.end}>
              {id === atDesk?.id ? (
                <Chip tone="accent">{t('settings.here')}</Chip>
              ) : (
                active && (
                  <Button
                    small
                    aria-label={`${t('settings.sit')}: ${name}`}
                    onPress={() => void call('people.sit', { repId: id })}
                  >
                    {t('settings.sit')}
                  </Button>
                )
              )}
            </span>
          </li>
        ))}
      </ul>
      <Button small icon={<UserPlus size={14} aria-hidden />} onPress={() => setAdding(true)}>
        {t('settings.addPerson')}
      </Button>
      <AddPerson call={call} roles={roles} isOpen={isAdding} onClose={() => setAdding(false)} />
    </Card>
  )
}
