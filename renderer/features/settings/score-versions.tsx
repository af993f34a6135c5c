import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import type { SignalKind } from '#shared/domain/profile'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { Disclosure } from '#renderer/ui/disclosure'
import { useFormat } from '#renderer/ui/format'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import { useRuleName } from './use-rule-name.ts'
import { useSaveRules } from './use-save-rules.ts'
import styles from './scoring.module.css'

type Version = Output<'rules.versions'>[number]
type Change = Version['changes'][number]
type Props = { call: Call; mayChange: boolean; onSaved: () => void }

/** Every version of the score, who made it and what it changed; any of them can be brought back as a new one. */
export function ScoreVersions({ call, mayChange, onSaved }: Props) {
  const { t } = useTranslation()
  const [versions, set] = useState<Loaded<Output<'rules.versions'>>>(LOADING)
  const load = async () => set(await loaded(call('rules.versions', {})))
  useEffect(() => void loaded(call('rules.versions', {})).then(set), [call])
  return (
    <Card title={t('scoring.versions')}>
      <Shown of={versions} onRetry={() => void load()} rows={2}>
        {(all) => (
          <ul>
            {all.map((version) => (
              <li key={version.version}>
                <OneVersion
                  call={call}
                  version={version}
                  newest={all[0]?.version ?? 0}
                  mayChange={mayChange}
                  onSaved={onSaved}
                />
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Card>
  )
}

type OneProps = Props & { version: Version; newest: number }

function OneVersion({ call, version: { version, at, by, changes }, newest, mayChange, onSaved }: OneProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { restore, refused } = useSaveRules(call, useRuleName(), onSaved)
  const [against, setAgainst] = useState<readonly Change[] | null>(null)
  const isNow = version === newest
  const name = version === 0 ? t('settings.versionShipped') : t('settings.version', { version })
  const made = at === null ? null : [format.moment(at), by].filter(Boolean).join(', ')
  return (
    <Disclosure
      title={name}
      summary={[made, changes.length > 0 && t('scoring.changes', { count: changes.length })]
        .filter(Boolean)
        .join(' · ')}
    >
      <Changes changes={changes} none={t('scoring.firstVersion')} />
      {isNow ? (
        <Chip tone="good">{t('scoring.inForce')}</Chip>
      ) : (
        <div className={styles.actions}>
          <Button
            small
            onPress={() => void call('rules.compare', { from: newest, to: version }).then(setAgainst)}
          >
            {t('scoring.compare')}
          </Button>
          {mayChange && (
            <Button small onPress={() => void restore(version)}>
              {t('scoring.restore', { name })}
            </Button>
          )}
        </div>
      )}
      {refused.length > 0 && (
        <div role="alert" className={styles.refused}>
          {refused.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
      )}
      {against && (
        <>
          <p className={styles.quiet}>{t('scoring.wouldChange')}</p>
          <Changes changes={against} none={t('scoring.sameAsNow')} />
        </>
      )}
    </Disclosure>
  )
}

function Changes({ changes, none }: { changes: readonly Change[]; none: string }) {
  const { t } = useTranslation()
  const ruleName = useRuleName()
  if (changes.length === 0) return <p className={styles.quiet}>{none}</p>
  const names: Record<Change['about'], (subject: string) => string> = {
    rule: ruleName,
    cap: (group) => t('scoring.capOf', { group }),
    signal: (kind) => t(`settings.signal.${kind as SignalKind}`),
    readingCap: () => t('settings.readingCap'),
    list: () => t('scoring.listTargets'),
  }
  return (
    <ul className={styles.changes}>
      {changes.map(({ about, subject, before, after }) => (
        <li key={`${about} ${subject} ${before} ${after}`}>
          {t(before === null ? 'scoring.added' : after === null ? 'scoring.removed' : 'scoring.changed', {
            what: names[about](subject),
            before: before ?? '',
            after: after ?? '',
          })}
        </li>
      ))}
    </ul>
  )
}
