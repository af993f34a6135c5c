import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Card } from '#shared/contract/card'
import { findObjections } from '#shared/domain/objection'
import { cx } from '#renderer/ui/cx'
import { useLanguage } from '#renderer/ui/use-language'
import type { CallStore } from './call-store.ts'
import { toName } from './use-desk-focus.ts'
import styles from './script.module.css'

const MOST = 5
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** Two letters find what they said; what we answer stands below; Enter logs it. */
export function ObjectionFinder({ store, card }: { store: CallStore; card: Card }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const listId = useId()
  const library = useStore(store, (state) => state.library)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { find, object } = store.getState()
  const found = findObjections(library ?? [], typed, language).slice(0, MOST)
  const here = found[Math.min(at, found.length - 1)]

  const log = (code: string, from: Element) => {
    const desk = from.closest('main')
    void object(code)
    toName(desk)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = STEPS[event.key]
    // Left and right move the caret as long as there is text to move in.
    const isCaret = typed !== '' && event.key.endsWith('t')
    if (step && !isCaret) {
      event.preventDefault()
      setAt(Math.max(0, Math.min(found.length - 1, at + step)))
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && here) {
      event.preventDefault()
      log(here.code, event.currentTarget)
    }
  }

  return (
    <div className={styles.finder}>
      <input
        className={styles.find}
        role="combobox"
        aria-label={t('call.objection.find')}
        placeholder={t('call.objection.find')}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(here ? { 'aria-activedescendant': `${listId}-${here.code}` } : {})}
        value={typed}
        maxLength={80}
        // The key that opened it leads here, and nowhere else.
        autoFocus
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => document.hasFocus() && find(false)}
      />
      <div id={listId} role="listbox" aria-label={t('call.objection.all')} className={styles.found}>
        {found.map((one) => (
          <button
            key={one.code}
            id={`${listId}-${one.code}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={one === here}
            className={cx(styles.one, one === here && styles.here)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => log(one.code, event.currentTarget)}
          >
            {one.label[language]}
          </button>
        ))}
      </div>
      <p className={styles.answer} lang={card.language} role="status">
        {here ? here.answer[card.language] : library && t('call.objection.none')}
      </p>
    </div>
  )
}
