import { Keyboard } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { groupOf, KEY_GROUPS, type Command, type KeyGroup } from '#shared/domain/command'
import { Button } from '#renderer/ui/button'
import { useCommandWords } from '#renderer/ui/command-words'
import { useOffered } from '#renderer/ui/commands'
import { Dialog } from '#renderer/ui/dialog'
import { Kbd } from '#renderer/ui/kbd'
import { KeysOf, useKeysOf } from '#renderer/ui/keys'
import styles from './key-sheet.module.css'

type KeySheetProps = {
  commands: readonly Command[]
  isOpen: boolean
  onClose: () => void
  onChange: () => void
  singleKeys: boolean
}

/** Every key in force, from the table that the desk acts by. */
export function KeySheet({ commands, isOpen, onClose, onChange, singleKeys }: KeySheetProps) {
  const { t } = useTranslation()
  return (
    <Dialog wide title={t('keys.title')} closeLabel={t('common.close')} isOpen={isOpen} onClose={onClose}>
      <p className={styles.note}>
        {t(singleKeys ? 'keys.field' : 'keys.off')}{' '}
        <Button small look="quiet" icon={<Keyboard size={14} aria-hidden />} onPress={onChange}>
          {t('keys.change')}
        </Button>
      </p>
      <Sheet commands={commands} />
    </Dialog>
  )
}

/** Worded only while it is open. */
function Sheet({ commands }: Pick<KeySheetProps, 'commands'>) {
  const { t } = useTranslation()
  const words = useCommandWords()
  const keysOf = useKeysOf()
  const offered = useOffered()()
  // Another framework than the one that ships has criteria of its own.
  const ids = new Set<string>(commands.map(({ id }) => id))
  const more = offered.filter(({ id }) => id.startsWith('open.') && !ids.has(id))
  const inGroup = (group: KeyGroup) =>
    commands.filter((command) => groupOf(command) === group && keysOf(command.id).length > 0)
  return (
    <div className={styles.sheet}>
      {KEY_GROUPS.map((group) => (
        <section key={group}>
          <h3>{t(`keys.group.${group}`)}</h3>
          <dl>
            {group === 'row' && (
              <Line keys={<Kbd isRead>{t('keys.digits')}</Kbd>} does={t('keys.do.grades')} />
            )}
            {inGroup(group).map(({ id }) => (
              <Line key={id} keys={<KeysOf command={id} isRead />} does={words(id)} />
            ))}
            {group === 'desk' &&
              more.map(({ id, name }) => <Line key={id} keys={<KeysOf command={id} isRead />} does={name} />)}
            {group === 'anywhere' && <Line keys={<Kbd isRead>Esc</Kbd>} does={t('keys.do.leave')} />}
          </dl>
        </section>
      ))}
    </div>
  )
}

function Line({ keys, does }: { keys: React.ReactNode; does: string }) {
  return (
    <div>
      <dt>{keys}</dt>
      <dd>{does}</dd>
    </div>
  )
}
