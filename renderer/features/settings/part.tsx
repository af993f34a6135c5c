import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { Part as PartId } from './sections.ts'
import styles from './settings.module.css'

export type PartProps = {
  id: PartId
  /** The part that the address names: it comes into sight with the focus. */
  here: string | null
  children: ReactNode
}

const NAMES = {
  desk: 'settings.desk',
  phone: 'settings.phone',
  day: 'settings.day',
  keys: 'settings.keys',
  people: 'settings.people',
  lists: 'settings.lists',
  rules: 'settings.scoring',
  qualification: 'settings.bant',
  calling: 'calling.title',
  about: 'settings.about',
} as const satisfies Record<PartId, string>

export function Part({ id, here, children }: PartProps) {
  const { t } = useTranslation()
  const section = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (here !== id) return
    section.current?.scrollIntoView?.({ block: 'start' })
    section.current?.focus({ preventScroll: true })
  }, [here, id])
  return (
    <div ref={section} role="region" aria-label={t(NAMES[id])} tabIndex={-1} className={styles.part}>
      {children}
    </div>
  )
}
