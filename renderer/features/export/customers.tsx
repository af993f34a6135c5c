import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import type { Ready } from './export-store.ts'
import styles from './export.module.css'

type Props = { ready: Pick<Ready, 'tasks' | 'customers'>; onOpen: (leadId: string) => void }

/** Who turned out to be a customer: their account managers hear of it by tasks in a file of their own. */
export function Customers({ ready: { tasks, customers }, onOpen }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  if (tasks === 0) return null
  return (
    <Card title={t('export.tasksTitle', { count: tasks })}>
      <p className={styles.quiet}>{t('export.tasksWhy')}</p>
      <ul className={styles.held}>
        {customers.map(({ leadId, name, company, foundAt, foundBy }) => (
          <li key={leadId}>
            <div>
              <b>{name}</b> <span className={styles.quiet}>{company}</span>
            </div>
            <span className={styles.quiet}>
              {t('export.tasksFound', { name: foundBy, day: format.day(foundAt) })}
            </span>
            <Button small onPress={() => onOpen(leadId)} aria-label={`${t('export.heldMend')}: ${name}`}>
              {t('export.heldMend')}
            </Button>
          </li>
        ))}
      </ul>
      {tasks > customers.length && (
        <p className={styles.quiet}>
          {t('export.preview', { shown: format.number(customers.length), total: format.number(tasks) })}
        </p>
      )}
    </Card>
  )
}
