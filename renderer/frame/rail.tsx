import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'

import { cx } from '#renderer/ui/cx'
import { SECTIONS } from './sections.ts'
import styles from './rail.module.css'

export function Rail({ waiting }: { waiting: number }) {
  const { t } = useTranslation()
  const [location] = useLocation()
  return (
    <nav className={styles.rail} aria-label={t('frame.nav.label')}>
      {SECTIONS.map(({ id, path, icon: Icon }) => {
        const here = location.startsWith(path)
        return (
          <Link
            key={id}
            href={path}
            className={cx(styles.link, here && styles.here)}
            {...(here ? { 'aria-current': 'page' } : {})}
          >
            <Icon size={18} strokeWidth={1.6} aria-hidden />
            {t(`frame.nav.${id}`)}
            {id === 'agenda' && waiting > 0 && (
              <b className={styles.count} aria-label={t('frame.nav.waiting', { count: waiting })}>
                {waiting}
              </b>
            )}
          </Link>
        )
      })}
    </nav>
  )
}
