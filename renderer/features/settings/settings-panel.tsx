import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { atLeast } from '#shared/domain/people'
import { Page } from '#renderer/ui/page'
import { About } from './about.tsx'
import { DaySettings } from './day-settings.tsx'
import { DeskSettings } from './desk-settings.tsx'
import { KeysSettings } from './keys-settings.tsx'
import { Lists } from './lists.tsx'
import { People } from './people.tsx'
import { PhoneSettings } from './phone-settings.tsx'
import { Rules } from './rules.tsx'
import styles from './settings.module.css'

type Props = { call: Call; state: Output<'app.state'> }

export function SettingsPanel({ call, state }: Props) {
  const { t } = useTranslation()
  return (
    <Page title={t('settings.title')}>
      <div className={styles.columns}>
        <DeskSettings call={call} settings={state.settings} />
        <PhoneSettings call={call} settings={state.settings} />
      </div>
      <div className={styles.columns}>
        <DaySettings call={call} settings={state.settings} />
        <People call={call} reps={state.reps} atDesk={state.atDesk} />
      </div>
      <KeysSettings call={call} settings={state.settings} />
      <Lists call={call} lists={state.lists} language={state.settings.language} />
      <Rules call={call} mayChange={state.atDesk !== null && atLeast(state.atDesk.role, 'admin')} />
      <About state={state} />
    </Page>
  )
}
