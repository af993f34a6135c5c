import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { Card } from '#renderer/ui/card'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import { OutcomeDraft } from './outcome-draft.tsx'
import { OutcomeVersions } from './outcome-versions.tsx'
import styles from './outcomes.module.css'

type Props = { call: Call; mayChange: boolean }

/** What the team's outcomes are called, ask for and do, by version: PRODUCT.md section 4. */
export function OutcomesEditor({ call, mayChange }: Props) {
  const { t } = useTranslation()
  const [got, set] = useState<Loaded<Output<'outcome.get'>>>(LOADING)
  const load = useCallback(async () => set(await loaded(call('outcome.get', {}))), [call])
  useEffect(() => void load(), [load])
  return (
    <Card title={t('outcomes.title')}>
      <p className={styles.note}>{t('outcomes.note')}</p>
      {!mayChange && <p className={styles.note}>{t('outcomes.readOnly')}</p>}
      <Shown of={got} onRetry={() => void load()} rows={10} height={33}>
        {(value) => (
          <div className={styles.stack}>
            {/* The draft begins with what is in force; a saved version is a new start for it. */}
            <OutcomeDraft
              key={value.versions[0]?.version ?? 0}
              call={call}
              got={value}
              mayChange={mayChange}
              onSaved={() => void load()}
            />
            <OutcomeVersions call={call} got={value} mayChange={mayChange} onSaved={() => void load()} />
          </div>
        )}
      </Shown>
    </Card>
  )
}
