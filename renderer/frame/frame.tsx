import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useStore } from 'zustand'

import type { Call } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import type { Job } from '#shared/contract/events'
import type { AppState, AppStore } from '#renderer/app-store'
import { DeskMenu } from '#renderer/features/people/desk-menu'
import { CommandsProvider } from '#renderer/ui/commands'
import { KeysProvider } from '#renderer/ui/keys'
import { Jobs } from './jobs.tsx'
import { KeySheet } from './key-sheet.tsx'
import { Pages } from './pages.tsx'
import { Palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import { Reminders } from './reminders.tsx'
import { Saved } from './saved.tsx'
import { TopBar } from './top-bar.tsx'
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
  const jobs = useStore(store, (state) => state.jobs)
  const counts = useStore(store, (state) => state.counts)
  useEffect(() => void store.count(), [store])
  const { call } = store
  const [location] = useLocation()
  const { over, setOver, commands, keymap, onGoal, toKeys } = useFrameCommands(call, app)
  const close = () => setOver(null)
  const [waiting, setWaiting] = useState(0)
  useImported(call, host)

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
        <Jobs
          jobs={elsewhere(jobs, location)}
          onClose={store.getState().closeJob}
          onCancel={(job) => cancelOf(call, job)}
        />
      </div>
    </KeysProvider>
  )
}

/** An import shows its own progress on its own screen; that it waits for room on the disk stands here. */
const elsewhere = (jobs: readonly Job[], location: string) =>
  jobs.filter(
    ({ kind, state, message }) =>
      !['import', 'history'].includes(kind) ||
      (state === 'running' && message !== undefined) ||
      !location.startsWith('/import'),
  )

/** What can be stopped from every screen; the others end by themselves. */
const CANCELS: Partial<Record<Job['kind'], (call: Call, id: string) => Promise<unknown>>> = {
  import: (call, importId) => call('import.cancel', { importId }),
  history: (call) => call('history.cancel', {}),
  batch: (call, batchId) => call('batch.cancel', { batchId }),
  retention: (call) => call('retention.cancel', {}),
  rescore: (call) => call('rules.rescore', { go: false }),
  territories: (call) => call('rules.rescore', { go: false }),
}
const cancelOf = (call: Call, { id, kind, state }: Job) => {
  const cancel = CANCELS[kind]
  return cancel && state === 'running' ? () => void cancel(call, id) : undefined
}

/** The address is a hash already, so the skip link moves the focus itself. */
function toContent(event: React.MouseEvent): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
