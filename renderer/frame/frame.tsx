import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Bridge } from '#shared/contract/bridge'
import type { AppState, AppStore } from '#renderer/app-store'
import { DeskMenu } from '#renderer/features/people/desk-menu'
import { CommandsProvider } from '#renderer/ui/commands'
import { KeysProvider } from '#renderer/ui/keys'
import { KeySheet } from './key-sheet.tsx'
import { Pages } from './pages.tsx'
import { Palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import { Reminders } from './reminders.tsx'
import { Saved } from './saved.tsx'
import { TopBar } from './top-bar.tsx'
import { Tray } from './tray.tsx'
import { useBackupFailures } from './use-backup-failures.ts'
import { useImported } from './use-imported.ts'
import { useFrameCommands } from './use-frame-commands.ts'
import styles from './frame.module.css'

type FrameProps = { host: Bridge; store: AppStore; app: AppState }

/** What stands around every screen. */
export function Frame(props: FrameProps) {
  return (
    <CommandsProvider>
      <Framed {...props} />
    </CommandsProvider>
  )
}

function Framed({ host, store, app }: FrameProps) {
  const { t } = useTranslation()
  const counts = useStore(store, (state) => state.counts)
  useEffect(() => void store.count(), [store])
  const { call } = store
  const { over, setOver, commands, keymap, onGoal, toKeys } = useFrameCommands(call, app)
  const close = () => setOver(null)
  const [waiting, setWaiting] = useState(0)
  useImported(call, host)
  useBackupFailures(host)

  return (
    <KeysProvider keysOf={keymap.keysOf}>
      <div className={styles.frame}>
        <a className={styles.skip} href="#content" onClick={toContent}>
          {t('frame.skip')}
        </a>
        <TopBar
          app={app}
          counts={counts}
          saved={<Saved store={store} />}
          onFind={() => setOver('palette')}
          onList={(listId) => void call('settings.save', { listId })}
          who={<DeskMenu call={call} state={app} />}
        />
        <Rail waiting={waiting} />
        <main className={styles.main} id="content" tabIndex={-1}>
          <Reminders call={call} host={host} state={app} onCount={setWaiting} />
          <div className={styles.page}>
            <Pages call={call} host={host} state={app} />
          </div>
        </main>
        <Palette call={call} app={app} isOpen={over === 'palette'} onClose={close} onGoal={onGoal} />
        <KeySheet
          commands={commands}
          isOpen={over === 'keys'}
          onClose={close}
          onChange={() => (close(), toKeys())}
          singleKeys={app.settings.singleKeys}
        />
        <Tray store={store} />
      </div>
    </KeysProvider>
  )
}

/** The address is a hash already, so the skip link moves the focus itself. */
function toContent(event: React.MouseEvent): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
