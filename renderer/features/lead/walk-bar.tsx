import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import { Button } from '#renderer/ui/button'
import { useFormat } from '#renderer/ui/format'
import { useKeyOf } from '#renderer/ui/keys'
import type { Walk } from './use-walk.ts'
import styles from './lead.module.css'

/** The way back to the list, and on in it. */
export function WalkBar({ walk }: { walk: Walk | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const keyOf = useKeyOf()
  return (
    <nav className={styles.walk} aria-label={t('lead.walk.label')}>
      <Link href="/leads" className={styles.back}>
        <ArrowLeft size={14} aria-hidden /> {t('lead.back')}
      </Link>
      {walk && (
        <>
          <span className={styles.quiet}>
            {t('lead.walk.place', { at: format.number(walk.at + 1), total: format.number(walk.place.total) })}
          </span>
          <Button
            small
            look="quiet"
            kbd={keyOf('previous', ['K'])}
            aria-label={t('lead.walk.previous')}
            isDisabled={walk.place.before === null}
            onPress={() => walk.go(-1)}
          >
            <ChevronLeft size={14} aria-hidden />
          </Button>
          <Button
            small
            look="quiet"
            kbd={keyOf('next', ['J'])}
            aria-label={t('lead.walk.next')}
            isDisabled={walk.place.after === null}
            onPress={() => walk.go(1)}
          >
            <ChevronRight size={14} aria-hidden />
          </Button>
        </>
      )}
    </nav>
  )
}
