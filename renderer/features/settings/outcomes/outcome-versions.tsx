import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Chip } from '#renderer/ui/chip'
import { Disclosure } from '#renderer/ui/disclosure'
import { useFormat } from '#renderer/ui/format'
import { useNow } from '#renderer/ui/use-now'
import { changesOf, standOf, type Changed, type Version } from './entry.ts'
import { useOutcomeWords } from './use-outcome-words.ts'
import styles from './outcomes.module.css'

type Props = { call: Call; got: Output<'outcome.get'>; mayChange: boolean; onSaved: () => void }

/** Every version with what it changed. Bringing one back saves it anew, in force at once: nothing is overwritten. */
export function OutcomeVersions(props: Props) {
  const { t } = useTranslation()
  const { versions } = props.got
  return (
    <Disclosure
      title={t('outcomes.versions')}
      summary={t('outcomes.versionsCount', { count: versions.length })}
    >
      <ul className={styles.versions}>
        {versions.map((version, at) => (
          <Row key={version.version} {...props} version={version} before={versions[at + 1]} />
        ))}
      </ul>
    </Disclosure>
  )
}

type RowProps = Props & { version: Version; before: Version | undefined }

function Row({ call, got, mayChange, onSaved, version, before }: RowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { notify } = useAnnouncer()
  const words = useOutcomeWords(version.outcomes)
  const [refused, refuse] = useState<string[]>([])
  const { version: number, at, by, from } = version
  const stand = standOf(version, got.versions, got.inForce, now)
  const name = number === 0 ? t('outcomes.shipped') : t('outcomes.version', { version: number })
  const restore = async () => {
    const reply = await call('outcome.restore', { version: number, from: null })
    if (reply.kind === 'refused') return refuse(reply.reasons.map(words.refusal))
    notify({ text: t('outcomes.saved', { version: reply.version }) })
    onSaved()
  }
  const changed = ({ code, what }: Changed) =>
    typeof what === 'string'
      ? t(`outcomes.${what}`, { outcome: words.name(code) })
      : t('outcomes.changed', {
          outcome: words.name(code),
          what: what.map((field) => t(`outcomes.field.${field}`)).join(', '),
        })
  return (
    <li>
      <div className={styles.bar}>
        <b>{name}</b>
        {stand === 'inForce' && <Chip tone="good">{t('outcomes.inForce')}</Chip>}
        {stand === 'planned' && (
          <Chip tone="info">{t('outcomes.planned', { from: format.moment(from ?? 0) })}</Chip>
        )}
        {stand === 'never' && <Chip>{t('outcomes.never')}</Chip>}
        {at !== null && (
          <span className={styles.quiet}>{t('outcomes.by', { when: format.moment(at), who: by ?? '' })}</span>
        )}
        {mayChange && stand !== 'inForce' && (
          <Button
            small
            aria-label={t('outcomes.bringBackOf', { version: number })}
            onPress={() => void restore()}
          >
            {t('outcomes.bringBack')}
          </Button>
        )}
      </div>
      {before && (
        <ul className={styles.changes}>
          {changesOf(before.outcomes, version.outcomes).map((change) => (
            <li key={change.code}>{changed(change)}</li>
          ))}
        </ul>
      )}
      {refused.length > 0 && <p role="alert">{refused.join(' ')}</p>}
    </li>
  )
}
