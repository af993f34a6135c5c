import type { ReactNode } from 'react'

import type { PageWords } from './page-words.ts'
import styles from './kit-page.module.css'

export type SectionProps = { words: PageWords }

/** One part of the kit by its name, in the states that stand side by side. */
export function Specimen({ name, children, wide }: { name: string; children: ReactNode; wide?: boolean }) {
  return (
    <section className={wide ? styles.wide : styles.specimen} aria-label={name}>
      <h2>{name}</h2>
      <div className={styles.states}>{children}</div>
    </section>
  )
}
