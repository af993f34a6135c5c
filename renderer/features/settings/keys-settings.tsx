import { RotateCcw } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { commandsOf, groupOf, KEY_GROUPS, type Command } from '#shared/domain/command'
import { give, type OwnKeys } from '#shared/domain/keymap'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Checkbox } from '#renderer/ui/checkbox'
import { useCommandWords } from '#renderer/ui/command-words'
import { KeysOf, useKeysOf, usePrinted } from '#renderer/ui/keys'
import { KeyRecorder } from './key-recorder.tsx'
import type { PartProps } from './part-props.ts'
import styles from './keys.module.css'

type Props = Pick<PartProps, 'call' | 'settings' | 'state'>

/** Every command with its keys; another key is pressed, not chosen, and a conflict names who has it. */
export function KeysSettings({ call, settings: { singleKeys, keys: own }, state }: Props) {
  const { t } = useTranslation()
  const words = useCommandWords()
  const printed = usePrinted()
  const { say } = useAnnouncer()
  const commands = useMemo(() => commandsOf(state.outcomes), [state.outcomes])
  const [recording, record] = useState<string | null>(null)

  const save = async (keys: OwnKeys, said: string) => {
    const plain = Object.fromEntries(Object.entries(keys).map(([id, chords]) => [id, [...chords]]))
    await call('settings.save', { keys: plain })
    say(said)
  }
  const onGive = (command: Command, chord: string) => {
    record(null)
    const said = t('keys.given', { command: words(command.id), key: printed(chord) })
    void save(give(own, command, [chord], commands), said)
  }
  const reset = (command: Command) =>
    void save(give(own, command, command.keys, commands), t('keys.backFor', { command: words(command.id) }))

  return (
    <Card
      title={t('settings.keys')}
      aside={
        Object.keys(own).length > 0 && (
          <Button
            small
            icon={<RotateCcw size={13} aria-hidden />}
            onPress={() => void save({}, t('keys.backSaid'))}
          >
            {t('keys.back')}
          </Button>
        )
      }
    >
      <Checkbox isSelected={singleKeys} onChange={(singleKeys) => void call('settings.save', { singleKeys })}>
        {t('settings.singleKeys')}
      </Checkbox>
      <p className={styles.hint}>{t('settings.singleKeysHint')}</p>
      <div className={styles.groups}>
        {KEY_GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`keys.group.${group}`)}</h3>
            <ul>
              {commands
                .filter((command) => groupOf(command) === group)
                .map((command) => (
                  <li key={command.id}>
                    <Line
                      command={command}
                      isOwn={own[command.id] !== undefined}
                      onRecord={() => record(command.id)}
                      onReset={() => reset(command)}
                    />
                    {recording === command.id && (
                      <KeyRecorder
                        own={own}
                        command={command}
                        commands={commands}
                        onGive={(chord) => onGive(command, chord)}
                        onStop={() => record(null)}
                      />
                    )}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  )
}

type LineProps = { command: Command; isOwn: boolean; onRecord: () => void; onReset: () => void }

function Line({ command: { id }, isOwn, onRecord, onReset }: LineProps) {
  const { t } = useTranslation()
  const name = useCommandWords()(id)
  const hasKeys = useKeysOf()(id).length > 0
  return (
    <div className={styles.line}>
      <span>{name}</span>
      <span className={styles.keys}>
        {hasKeys ? <KeysOf command={id} isRead /> : <em>{t('keys.none')}</em>}
      </span>
      {isOwn && (
        <Button
          small
          look="quiet"
          icon={<RotateCcw size={13} aria-hidden />}
          aria-label={t('keys.reset', { command: name })}
          onPress={onReset}
        />
      )}
      <Button small look="quiet" aria-label={t('keys.changeOf', { command: name })} onPress={onRecord}>
        {t('keys.changeOne')}
      </Button>
    </div>
  )
}
