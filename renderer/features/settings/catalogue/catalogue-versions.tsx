import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import type { Labelled } from '#shared/domain/catalogue'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Chip } from '#renderer/ui/chip'
import { Disclosure } from '#renderer/ui/disclosure'
import { useFormat } from '#renderer/ui/format'
import { useNow } from '#renderer/ui/use-now'
import styles from './catalogue.module.css'
import type { Catalogue, Got, Problem, SetWords, Version } from './catalogue.ts'
import { changesOf } from './entries.ts'
import { standOf } from './stand.ts'
import { useTerms } from './use-terms.ts'

type Props<E extends Labelled, P extends Problem, W extends SetWords<E, P>> = {
  of: Catalogue<E, P, W>
  call: Call
  got: Got<E>
  mayChange: boolean
  onSaved: () => void
}

/** Every version with what it changed. Bringing one back saves it anew, in force at once: nothing is overwritten. */
export function CatalogueVersions<E extends Labelled, P extends Problem, W extends SetWords<E, P>>(
  props: Props<E, P, W>,
) {
  const { t } = useTranslation()
  const { versions } = props.got
  // Each is named as the newest version that has it does.
  const words = props.of.wordsOf(
    useTerms(),
    versions.flatMap(({ set }) => set),
  )
  return (
    <Disclosure
      title={t('catalogue.versions')}
      summary={t('catalogue.versionsCount', { count: versions.length })}
    >
      <ul className={styles.versions}>
        {versions.map((version, at) => (
          <Row key={version.version} {...props} words={words} version={version} before={versions[at + 1]} />
        ))}
      </ul>
    </Disclosure>
  )
}

type RowProps<E extends Labelled, P extends Problem, W extends SetWords<E, P>> = Props<E, P, W> & {
  words: W
  version: Version<E>
  before: Version<E> | undefined
}

function Row<E extends Labelled, P extends Problem, W extends SetWords<E, P>>(props: RowProps<E, P, W>) {
  const { of, call, got, mayChange, words, version, before } = props
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { notify } = useAnnouncer()
  const [refused, refuse] = useState<string[]>([])
  const { version: number, at, by, from } = version
  const stand = standOf(version, got, now)
  const restore = async () => {
    const reply = await of.restore(call, { version: number, from: null })
    if (reply.kind === 'refused') return refuse(reply.reasons.map(words.refusal))
    notify({ text: t('catalogue.saved', { version: reply.version }) })
    props.onSaved()
  }
  return (
    <li>
      <div className={styles.bar}>
        <b>{number === 0 ? t('catalogue.shipped') : t('catalogue.version', { version: number })}</b>
        {stand === 'inForce' && <Chip tone="good">{t('catalogue.inForce')}</Chip>}
        {stand === 'planned' && (
          <Chip tone="info">{t('catalogue.planned', { from: format.moment(from ?? 0) })}</Chip>
        )}
        {stand === 'never' && <Chip>{t('catalogue.never')}</Chip>}
        {at !== null && (
          <span className={styles.quiet}>
            {t('catalogue.by', { when: format.moment(at), who: by ?? '' })}
          </span>
        )}
        {mayChange && stand !== 'inForce' && (
          <Button
            small
            aria-label={t('catalogue.bringBackOf', { version: number })}
            onPress={() => void restore()}
          >
            {t('catalogue.bringBack')}
          </Button>
        )}
      </div>
      {before && (
        <ul className={styles.changes}>
          {changesOf(before.set, version.set, of.fields).map(({ code, what }) => (
            <li key={code}>
              {typeof what === 'string'
                ? t(`catalogue.${what}`, { outcome: words.name(code) })
                : t('catalogue.changed', {
                    outcome: words.name(code),
                    what: what.map(words.field).join(', '),
                  })}
            </li>
          ))}
        </ul>
      )}
      {refused.length > 0 && <p role="alert">{refused.join(' ')}</p>}
    </li>
  )
}
