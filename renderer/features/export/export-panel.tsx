import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useStore } from 'zustand'

import type { Call } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { EXPORT_PROFILES } from '#shared/domain/export/profile'
import { useAnnouncer } from '#renderer/ui/announce'
import { Page } from '#renderer/ui/page'
import { Segmented } from '#renderer/ui/segmented'
import { Shown } from '#renderer/ui/shown'
import { Customers } from './customers.tsx'
import { exportStore, type Outgoing } from './export-store.ts'
import { Held } from './held.tsx'
import { History } from './history.tsx'
import { ReadyToGo } from './ready.tsx'
import { Written } from './written.tsx'
import styles from './export.module.css'

type Props = { call: Call; host: Pick<Bridge, 'onEvent' | 'save'> }

/** SQLs out to the CRM, each once; it comes back only when something changed. */
export function ExportPanel({ call, host }: Props) {
  const { t } = useTranslation()
  const { say } = useAnnouncer()
  const [, go] = useLocation()
  const { profile, ready, history, written, isRunning, choose, load, run, save } = useStore(
    exportStore(call, host),
  )
  useEffect(() => {
    void load()
    return host.onEvent((event) => {
      if (event.kind === 'changed' && event.topics.some((topic) => topic === 'exports' || topic === 'calls'))
        void load()
    })
  }, [host, load])

  const open = (leadId: string) => go(`/leads/${leadId}`)
  const take = async (file: Outgoing) => {
    if (await save(file)) say(t('export.saved', { name: file.name }))
  }
  return (
    <Page
      title={t('export.title')}
      beside={
        <Segmented
          bareLabel
          label={t('export.profile')}
          options={EXPORT_PROFILES.map((id) => ({ id, name: t(`export.profiles.${id}`) }))}
          value={profile}
          onChange={choose}
        />
      }
      aside={t(`export.profileNote.${profile}`)}
    >
      <p className={styles.once}>{t('export.once')}</p>
      {written && <Written written={written} onSave={(file) => void take(file)} />}
      <Shown of={ready} onRetry={() => void load()} rows={6} height={28}>
        {(value) => (
          <>
            <ReadyToGo
              ready={value}
              isRunning={isRunning}
              isQuiet={written !== null}
              onRun={() => void run()}
              onOpen={open}
              go={go}
            />
            <Customers ready={value} onOpen={open} />
            <Held held={value.held} onOpen={open} />
          </>
        )}
      </Shown>
      <Shown of={history} onRetry={() => void load()}>
        {(files) => <History files={files} onSave={(file) => void take(file)} />}
      </Shown>
    </Page>
  )
}
