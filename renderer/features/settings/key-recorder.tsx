import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Command } from '#shared/domain/command'
import { problemOf, type KeyProblem, type OwnKeys } from '#shared/domain/keymap'
import { Button } from '#renderer/ui/button'
import { chordsOf } from '#renderer/ui/chord'
import { useCommandWords } from '#renderer/ui/command-words'
import { usePrinted } from '#renderer/ui/keys'
import styles from './keys.module.css'

type KeyRecorderProps = {
  own: OwnKeys
  command: Command
  commands: readonly Command[]
  onGive: (chord: string) => void
  onStop: () => void
}

/** Hears the next key and takes it, or says who has it and offers to move it. Tab, and Esc alone, leave it. */
export function KeyRecorder({ own, command, commands, onGive, onStop }: KeyRecorderProps) {
  const { t } = useTranslation()
  const words = useCommandWords()
  const printed = usePrinted()
  const [problem, setProblem] = useState<KeyProblem | null>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    box.current?.focus()
    return () => void (before instanceof HTMLElement && before.focus())
  }, [])

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (document.activeElement !== box.current || event.key === 'Tab') return
    const chord = chordsOf(event)?.[0]
    if (!chord) return
    event.preventDefault()
    event.stopPropagation()
    if (event.repeat) return
    if (chord === 'Escape' && !command.keys.includes('Escape')) return onStop()
    const wrong = problemOf(own, command.id, chord, commands)
    setProblem(wrong)
    if (!wrong) onGive(chord)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    // Before the frame, whose keys can be given to something else here.
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [])

  const key = problem ? printed(problem.chord) : ''
  return (
    <div className={styles.recorder}>
      <div
        ref={box}
        role="textbox"
        aria-readonly
        tabIndex={0}
        className={styles.box}
        aria-label={t('keys.recording', { command: words(command.id) })}
      >
        {t('keys.press')}
      </div>
      <Button small look="quiet" onPress={onStop}>
        {t('common.cancel')}
      </Button>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem.kind === 'taken'
            ? t('keys.taken', { key, command: words(problem.by) })
            : t(`keys.problem.${problem.kind}`, { key })}{' '}
          {problem.kind === 'taken' && (
            <Button small onPress={() => onGive(problem.chord)}>
              {t('keys.take', { key })}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}
