import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { Card } from '#renderer/ui/card'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import { DatedVersions } from '../dated-versions.tsx'
import styles from '../outcomes/outcomes.module.css'
import { ReasonDraft } from './reason-draft.tsx'
import { changesOf, type Changed, type Version } from './reason-entry.ts'
import { useReasonWords } from './use-reason-words.ts'

type Props = { call: Call; mayChange: boolean }
type Got = Output<'reason.get'>

/** Why leads leave, where they go and for how long, by version: PRODUCT.md section 8. */
export function ReasonsEditor({ call, mayChange }: Props) {
  const { t } = useTranslation()
  const [got, set] = useState<Loaded<Got>>(LOADING)
  const load = useCallback(async () => set(await loaded(call('reason.get', {}))), [call])
  useEffect(() => void load(), [load])
  return (
    <Card title={t('reasons.title')}>
      <p className={styles.note}>{t('reasons.note')}</p>
      {!mayChange && <p className={styles.note}>{t('reasons.readOnly')}</p>}
      <Shown of={got} onRetry={() => void load()} rows={10} height={33}>
        {(value) => (
          <div className={styles.stack}>
            {/* The draft begins with what is in force; a saved version is a new start for it. */}
            <ReasonDraft
              key={value.versions[0]?.version ?? 0}
              call={call}
              got={value}
              mayChange={mayChange}
              onSaved={() => void load()}
            />
            <ReasonVersions call={call} got={value} mayChange={mayChange} onSaved={() => void load()} />
          </div>
        )}
      </Shown>
    </Card>
  )
}

type VersionsProps = Props & { got: Got; onSaved: () => void }

function ReasonVersions({ call, got: { versions, inForce }, mayChange, onSaved }: VersionsProps) {
  const { t } = useTranslation()
  const words = useReasonWords(versions.flatMap(({ reasons }) => reasons))
  const said = ({ code, what }: Changed) =>
    typeof what === 'string'
      ? t(`outcomes.${what}`, { outcome: words.name(code) })
      : t('outcomes.changed', {
          outcome: words.name(code),
          what: what.map((field) => t(`reasons.field.${field}`)).join(', '),
        })
  const restore = async ({ version }: Version) => {
    const reply = await call('reason.restore', { version, from: null })
    return reply.kind === 'refused' ? reply.reasons.map(words.refusal) : reply.version
  }
  return (
    <DatedVersions
      versions={versions}
      inForce={inForce}
      mayChange={mayChange}
      changesOf={(before, version) =>
        changesOf(before.reasons, version.reasons).map((change) => ({ key: change.code, text: said(change) }))
      }
      restore={restore}
      onSaved={onSaved}
    />
  )
}
