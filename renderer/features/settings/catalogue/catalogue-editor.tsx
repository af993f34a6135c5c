import { useCallback, useEffect, useState } from 'react'

import type { Call } from '#shared/contract/api'
import type { Labelled } from '#shared/domain/catalogue'
import { Card } from '#renderer/ui/card'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import { CatalogueDraft } from './catalogue-draft.tsx'
import { CatalogueVersions } from './catalogue-versions.tsx'
import styles from './catalogue.module.css'
import type { Catalogue, Got, Problem, SetWords } from './catalogue.ts'
import { useTerms } from './use-terms.ts'

type Props<E extends Labelled, P extends Problem, W extends SetWords<E, P>> = {
  of: Catalogue<E, P, W>
  call: Call
  mayChange: boolean
}

/** A set of labelled things by version: what a draft would be, and every version there was. */
export function CatalogueEditor<E extends Labelled, P extends Problem, W extends SetWords<E, P>>(
  props: Props<E, P, W>,
) {
  const { of, call, mayChange } = props
  const [got, set] = useState<Loaded<Got<E>>>(LOADING)
  const load = useCallback(async () => set(await loaded(of.get(call))), [of, call])
  useEffect(() => void load(), [load])
  const { title, note, readOnly } = of.wordsOf(useTerms(), [])
  return (
    <Card title={title}>
      <p className={styles.note}>{note}</p>
      {!mayChange && <p className={styles.note}>{readOnly}</p>}
      <Shown of={got} onRetry={() => void load()} rows={10} height={33}>
        {(value) => (
          <div className={styles.stack}>
            {/* The draft begins with what is in force; a saved version is a new start for it. */}
            <CatalogueDraft
              key={value.versions[0]?.version ?? 0}
              {...props}
              got={value}
              onSaved={() => void load()}
            />
            <CatalogueVersions {...props} got={value} onSaved={() => void load()} />
          </div>
        )}
      </Shown>
    </Card>
  )
}
