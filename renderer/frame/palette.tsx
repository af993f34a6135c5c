import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import type { AppState } from '#renderer/app-store'
import { useCommandWords } from '#renderer/ui/command-words'
import { useOffered } from '#renderer/ui/commands'
import { Dialog } from '#renderer/ui/dialog'
import { Kbd } from '#renderer/ui/kbd'
import { usePrinted } from '#renderer/ui/keys'
import { groupsFor, keyOf, type Goal, type Item } from './palette-items.ts'
import { optionId, PaletteList } from './palette-list.tsx'
import { useFound, useRecent } from './use-found.ts'
import styles from './palette.module.css'

type PaletteProps = {
  call: Call
  app: AppState
  isOpen: boolean
  onClose: () => void
  /** Does what was chosen, once the palette is gone and the focus is back where it was. */
  onGoal: (goal: Goal) => void
}

/** Finds anything: people, companies, lists, screens, commands, settings; what one went to last comes first. */
export function Palette({ isOpen, onClose, ...rest }: PaletteProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      bareTitle
      place="top"
      wide
      title={t('frame.find')}
      closeLabel={t('common.close')}
      isOpen={isOpen}
      onClose={onClose}
    >
      <Finder {...rest} onClose={onClose} />
    </Dialog>
  )
}

const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => (at >= last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  PageDown: (at, last) => Math.min(last, at + 8),
  PageUp: (at) => Math.max(0, at - 8),
}

function Finder({ call, app, onClose, onGoal }: Omit<PaletteProps, 'isOpen'>) {
  const { t } = useTranslation()
  const printed = usePrinted()
  const words = useCommandWords()
  const offered = useOffered()
  // What the screen can do is asked when the palette opens: nothing changes beneath it.
  const [offers] = useState(offered)
  const listId = useId()
  const [text, setText] = useState('')
  const recent = useRecent(call)
  const { found, settledText, isSettled, hasFailed } = useFound(call, text)
  const [pointed, setPointed] = useState<{ text: string; key: string } | null>(null)

  const groups = groupsFor(settledText, found, recent, { t, app, offers, words })
  const items = groups.flatMap((group) => group.items)
  // A new list begins at its first.
  const here = pointed?.text === settledText ? items.findIndex((item) => keyOf(item) === pointed.key) : -1
  const at = Math.max(0, here)
  const active = items[at]

  const choose = (item: Item, isAlt: boolean) => {
    onClose()
    const { entry, goal } = item
    void call('find.open', entry)
    onGoal(isAlt && 'desk' in goal && goal.desk ? { go: goal.desk } : goal)
  }

  // Enter before the answer to the last letter waits for it.
  const waiting = useRef<{ isAlt: boolean } | null>(null)
  useEffect(() => {
    if (!isSettled || !waiting.current) return
    const { isAlt } = waiting.current
    waiting.current = null
    if (active) choose(active, isAlt)
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const move = MOVES[event.key]
    if (move && items.length > 0) {
      event.preventDefault()
      const next = items[move(at, items.length - 1)]
      if (next) setPointed({ text: settledText, key: keyOf(next) })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const isAlt = event.ctrlKey || event.metaKey
      if (!isSettled) waiting.current = { isAlt }
      else if (active) choose(active, isAlt)
    }
  }

  return (
    <div className={styles.palette}>
      <input
        className={styles.input}
        role="combobox"
        aria-label={t('frame.find')}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        {...(active ? { 'aria-activedescendant': optionId(listId, keyOf(active)) } : {})}
        placeholder={t('frame.findPlaceholder')}
        value={text}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        onChange={(event) => {
          setText(event.target.value)
          waiting.current = null
        }}
        onKeyDown={onKeyDown}
      />
      <PaletteList
        id={listId}
        groups={groups}
        active={active ? keyOf(active) : null}
        onChoose={(item) => choose(item, false)}
        onPoint={(key) => key !== (active && keyOf(active)) && setPointed({ text: settledText, key })}
      />
      <p role="status" className={items.length > 0 && !hasFailed ? 'sr-only' : styles.none}>
        {hasFailed
          ? t('frame.findFailed')
          : t(items.length === 0 ? 'frame.findNone' : 'frame.found', { count: items.length })}
      </p>
      <p className={styles.hints} aria-hidden="true">
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd> {t('frame.hint.move')}
        <Kbd>{printed('Enter')}</Kbd> {t('frame.hint.open')}
        {active && 'desk' in active.goal && (
          <>
            <Kbd>{printed('Mod+Enter')}</Kbd> {t('frame.hint.desk')}
          </>
        )}
        <Kbd>{printed('Escape')}</Kbd> {t('common.close')}
      </p>
    </div>
  )
}
