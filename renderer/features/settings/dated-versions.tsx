import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Chip } from '#renderer/ui/chip'
import { Disclosure } from '#renderer/ui/disclosure'
import { useFormat } from '#renderer/ui/format'
import { useNow } from '#renderer/ui/use-now'
import styles from './outcomes/outcomes.module.css'

/** A version of what begins on a day of its own. */
export type DatedVersion = { version: number; at: number | null; by: string | null; from: number | null }

/** How it stands to time: of a planned one, whether a later save came before it. */
export function standOf(
  version: DatedVersion,
  versions: readonly DatedVersion[],
  inForce: number,
  now: number,
): 'inForce' | 'past' | 'never' | 'planned' {
  if (version.version === inForce) return 'inForce'
  if (version.from === null || version.from <= now) return 'past'
  const { from } = version
  const isOvertaken = versions.some((one) => one.version > version.version && (one.from ?? 0) <= from)
  return isOvertaken ? 'never' : 'planned'
}

/** A version that begins now, or no later than the one planned, comes before it. */
export const isEarlier = (from: string, planned: number | null): boolean =>
  planned !== null && (from === '' || new Date(`${from}T00:00`).getTime() <= planned)

type Props<V extends DatedVersion> = {
  /** The newest first. */
  versions: readonly V[]
  inForce: number
  mayChange: boolean
  /** What it changed against the one before it, each with a key of its own. */
  changesOf: (before: V, version: V) => readonly { key: string; text: string }[]
  /** Saves it anew; the number it has then, or why it can't be. */
  restore: (version: V) => Promise<number | string[]>
  onSaved: () => void
}

/** Every version with what it changed. Bringing one back saves it anew, in force at once: nothing is overwritten. */
export function DatedVersions<V extends DatedVersion>(props: Props<V>) {
  const { t } = useTranslation()
  const { versions } = props
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

type RowProps<V extends DatedVersion> = Props<V> & { version: V; before: V | undefined }

function Row<V extends DatedVersion>(props: RowProps<V>) {
  const { versions, inForce, mayChange, version, before } = props
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { notify } = useAnnouncer()
  const [refused, refuse] = useState<string[]>([])
  const { version: number, at, by, from } = version
  const stand = standOf(version, versions, inForce, now)
  const restore = async () => {
    const saved = await props.restore(version)
    if (typeof saved !== 'number') return refuse(saved)
    notify({ text: t('outcomes.saved', { version: saved }) })
    props.onSaved()
  }
  return (
    <li>
      <div className={styles.bar}>
        <b>{number === 0 ? t('outcomes.shipped') : t('outcomes.version', { version: number })}</b>
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
          {props.changesOf(before, version).map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      )}
      {refused.length > 0 && <p role="alert">{refused.join(' ')}</p>}
    </li>
  )
}
