import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { mayAdd, ROLES } from '#shared/domain/people'
import { THEMES } from '#shared/domain/settings'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Dialog } from '#renderer/ui/dialog'
import { Popover } from '#renderer/ui/popover'
import { Segmented } from '#renderer/ui/segmented'
import { PersonForm } from './person-form.tsx'
import styles from './people.module.css'

type State = Pick<Output<'app.state'>, 'atDesk' | 'reps' | 'settings'>

/** Who is here, who else could be, and how this desk looks and speaks. */
export function DeskMenu({ call, state }: { call: Call; state: State }) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const [isAdding, setAdding] = useState(false)
  const { atDesk, reps, settings } = state
  if (!atDesk) return null

  const greet = (name: string) => notify({ text: t('people.nowHere', { name }) })
  const sit = async (repId: string) => {
    const { name } = await call('people.sit', { repId })
    greet(name)
  }
  const others = reps.filter(({ id, active }) => active && id !== atDesk.id)
  const team = reps.filter(({ active }) => active).map(({ role }) => role)
  const here = t('frame.here', { name: atDesk.name, role: t(`common.role.${atDesk.role}`) })

  return (
    <>
      <Popover
        label={here}
        trigger={
          <AriaButton className={styles.who ?? ''} aria-label={`${initials(atDesk.name)}, ${here}`}>
            {initials(atDesk.name)}
          </AriaButton>
        }
      >
        <div>
          <h3>{t('people.atDesk')}</h3>
          <p>
            <b>{atDesk.name}</b> · {t(`common.role.${atDesk.role}`)}
          </p>
        </div>
        {others.length > 0 && (
          <div className={styles.others}>
            <h3>{t('people.switch')}</h3>
            {others.map(({ id, name, role }) => (
              <Button key={id} small onPress={() => void sit(id)}>
                <span>{name}</span>
                <small>{t(`common.role.${role}`)}</small>
              </Button>
            ))}
          </div>
        )}
        <Button small icon={<UserPlus size={14} aria-hidden />} onPress={() => setAdding(true)}>
          {t('people.add')}
        </Button>
        <Segmented
          label={t('frame.language')}
          options={[
            { id: 'es', name: 'Español' },
            { id: 'en', name: 'English' },
          ]}
          value={settings.language}
          onChange={(language) => void call('settings.save', { language })}
        />
        <Segmented
          label={t('frame.theme')}
          options={THEMES.map((id) => ({
            id,
            name: t(`settings.themes.${id}`),
          }))}
          value={settings.theme}
          onChange={(theme) => void call('settings.save', { theme })}
        />
      </Popover>
      <Dialog
        title={t('people.addTitle')}
        closeLabel={t('common.close')}
        isOpen={isAdding}
        onClose={() => setAdding(false)}
      >
        <PersonForm
          call={call}
          roles={ROLES.filter((role) => mayAdd(atDesk.role, role, team))}
          onDone={({ name }) => {
            setAdding(false)
            greet(name)
          }}
        />
      </Dialog>
    </>
  )
}

/** At most two letters. */
const initials = (name: string): string => {
  const words = name.trim().split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase()
}
