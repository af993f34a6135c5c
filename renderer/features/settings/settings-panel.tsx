import { useState, type ReactNode } from 'react'
import { SearchField, Input } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { atLeast } from '#shared/domain/people'
import { matches } from '#renderer/ui/match'
import { Page } from '#renderer/ui/page'
import { About } from './about.tsx'
import { Calling } from './calling/calling.tsx'
import { DaySettings } from './day-settings.tsx'
import { DeskSettings } from './desk-settings.tsx'
import { HoursSettings } from './hours-settings.tsx'
import { KeysSettings } from './keys-settings.tsx'
import { Lists } from './lists.tsx'
import { OutcomeNames } from './outcome-names.tsx'
import { Part } from './part.tsx'
import { People } from './people.tsx'
import { PhoneSettings } from './phone-settings.tsx'
import { Qualification } from './qualification.tsx'
import { Rules } from './rules.tsx'
import { PARTS, SETTINGS, type Part as PartId } from './sections.ts'
import { TeamGoals } from './team-goals.tsx'
import styles from './settings.module.css'

type Host = Pick<Bridge, 'upload' | 'onEvent'>
type Props = { call: Call; host: Host; state: Output<'app.state'> }

export function SettingsPanel({ call, host, state }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [location] = useLocation()
  const here = location.split('/')[2] ?? null
  const parts = partsOf(call, host, state)
  const found = (id: PartId) =>
    text.trim() === '' ||
    SETTINGS.some(({ part, word }) => part === id && matches(t(`settings.${word}`), text))
  const shown = PARTS.filter(found)

  return (
    <Page
      title={t('settings.title')}
      aside={
        <SearchField aria-label={t('settings.find')} value={text} onChange={setText}>
          <Input className={styles.find ?? ''} placeholder={t('settings.find')} />
        </SearchField>
      }
    >
      <div className={styles.parts}>
        {shown.map((id) => (
          <Part key={id} id={id} here={here}>
            {parts[id]}
          </Part>
        ))}
      </div>
      {shown.length === 0 && <p role="status">{t('settings.findNone')}</p>}
    </Page>
  )
}

function partsOf(call: Call, host: Host, state: Props['state']): Record<PartId, ReactNode> {
  const { settings, atDesk, reps, lists } = state
  const isLead = atDesk !== null && atLeast(atDesk.role, 'team_lead')
  return {
    desk: <DeskSettings call={call} settings={settings} />,
    phone: <PhoneSettings call={call} settings={settings} />,
    day: (
      <>
        <DaySettings call={call} settings={settings} />
        {atDesk && <HoursSettings key={atDesk.id} call={call} atDeskId={atDesk.id} />}
        {isLead && <TeamGoals call={call} atDeskId={atDesk.id} />}
      </>
    ),
    people: <People call={call} reps={reps} atDesk={atDesk} />,
    keys: <KeysSettings call={call} settings={settings} />,
    lists: <Lists call={call} lists={lists} language={settings.language} />,
    rules: <Rules call={call} mayChange={atDesk !== null && atLeast(atDesk.role, 'admin')} />,
    qualification: (
      <>
        <Qualification
          call={call}
          lists={lists}
          mayChange={atDesk !== null && atLeast(atDesk.role, 'admin')}
        />
        <OutcomeNames call={call} mayChange={atDesk !== null && atLeast(atDesk.role, 'admin')} />
      </>
    ),
    calling: <Calling call={call} host={host} role={atDesk?.role ?? null} />,
    about: <About state={state} />,
  }
}
