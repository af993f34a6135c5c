import { Check, Search, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { AppState } from '#renderer/app-store'
import { Button } from '#renderer/ui/button'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import { Kbd } from '#renderer/ui/kbd'
import { ListSwitch } from './list-switch.tsx'
import styles from './top-bar.module.css'

export type TopBarProps = {
  app: AppState
  savedAt: number | null
  lost: boolean
  onList: (id: string) => void
  onFind: () => void
  /** Who is at this desk. */
  who: ReactNode
}

export function TopBar({ app, savedAt, lost, onList, onFind, who }: TopBarProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <header className={styles.top}>
      <span className={styles.mark} role="img" aria-label="Callwright">
        cw
      </span>
      <ListSwitch
        lists={app.lists}
        listId={app.settings.listId ?? app.lists[0]?.id ?? null}
        onChoose={onList}
      />
      <div className={styles.find}>
        <Button look="quiet" small icon={<Search size={13} aria-hidden />} onPress={onFind}>
          <span>{t('frame.findCommand')}</span>
          <Kbd>{FIND_KEY}</Kbd>
        </Button>
      </div>
      <div className={styles.state}>
        {app.demo && <Chip tone="info">{t('frame.demo')}</Chip>}
        {lost ? (
          <Chip tone="bad" icon={<TriangleAlert size={11} aria-hidden />}>
            {t('frame.lost')}
          </Chip>
        ) : (
          <Chip tone="good" icon={<Check size={11} strokeWidth={3} aria-hidden />}>
            {savedAt === null ? t('frame.savedNothing') : t('frame.saved', { time: format.time(savedAt) })}
          </Chip>
        )}
        {who}
      </div>
    </header>
  )
}

const FIND_KEY = /mac/i.test(navigator.platform) ? '⌘ K' : 'Ctrl K'
