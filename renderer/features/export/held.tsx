import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import type { Ready } from './export-store.ts'
import styles from './export.module.css'

/** What should go out and does not, why, and where to mend it. */
export function Held({ held, onOpen }: { held: Ready['held']; onOpen: (leadId: string) => void }) {
  const { t } = useTranslation()
  if (held.length === 0) return null
  return (
    <Card title={t('export.heldTitle', { count: held.length })}>
      <ul className={styles.held}>
        {held.map(({ leadId, name, company, problems }) => (
          <li key={leadId}>
            <div>
              <b>{name}</b> <span className={styles.quiet}>{company}</span>
            </div>
            <ul>
              {problems.map(({ why, header, max, length }) => (
                <li key={`${why} ${header}`}>
                  {t(`export.heldWhy.${why}`, { header: header ?? '', max: max ?? 0, length: length ?? 0 })}
                </li>
              ))}
            </ul>
            <Button small onPress={() => onOpen(leadId)} aria-label={`${t('export.heldMend')}: ${name}`}>
              {t('export.heldMend')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
