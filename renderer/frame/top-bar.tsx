import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { queueOf } from '#shared/domain/list'
import type { AppState, FrameState } from '#renderer/app-store'
import { Button } from '#renderer/ui/button'
import { Chip } from '#renderer/ui/chip'
import { KeysOf } from '#renderer/ui/keys'
import { ListSwitch } from './list-switch.tsx'
import styles from './top-bar.module.css'

type TopBarProps = {
  app: AppState
  counts: FrameState['counts']
  saved: ReactNode
  onList: (id: string) => void
  onFind: () => void
  /** Who is at this desk. */
  who: ReactNode
}

export function TopBar({ app, counts, saved, onList, onFind, who }: TopBarProps) {
  const { t } = useTranslation()
  return (
    <header className={styles.top}>
      <span className={styles.mark} role="img" aria-label="Callwright">
        cw
      </span>
      <ListSwitch
        lists={app.lists}
        counts={counts}
        listId={queueOf(app.lists, app.settings.listId)}
        onChoose={onList}
      />
      <div className={styles.find}>
        <Button look="quiet" small icon={<Search size={13} aria-hidden />} onPress={onFind}>
          <span>{t('frame.findCommand')}</span>
          <KeysOf command="find" />
        </Button>
      </div>
      <div className={styles.state}>
        {app.demo && <Chip tone="info">{t('frame.demo')}</Chip>}
        {saved}
        {who}
      </div>
    </header>
  )
}
