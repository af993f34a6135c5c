import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import { isDraft } from '#shared/domain/bant'
import { differences, type Difference } from '#shared/domain/definition-diff'
import { Button } from '#renderer/ui/button'
import { Chip } from '#renderer/ui/chip'
import { Disclosure } from '#renderer/ui/disclosure'
import { useFormat } from '#renderer/ui/format'
import { useDefinitionWords, type DefinitionWords } from './definition-words.ts'
import type { Version } from './qualification.tsx'
import { useSaveDefinition } from './use-save-definition.ts'
import styles from './settings.module.css'

type Props = { call: Call; versions: readonly Version[]; mayChange: boolean; onSaved: () => void }

/** Every version there was, and what is otherwise now. Bringing one back saves it anew: nothing is overwritten. */
export function DefinitionVersions({ call, versions, mayChange, onSaved }: Props) {
  const { t } = useTranslation()
  const [inForce] = versions
  if (!inForce) return null
  return (
    <Disclosure
      title={t('definition.versions')}
      summary={t('definition.versionsCount', { count: versions.length })}
    >
      <ul className={styles.versions}>
        {versions.map((version) => (
          <Row
            key={version.version}
            call={call}
            version={version}
            inForce={inForce}
            mayChange={mayChange}
            onSaved={onSaved}
          />
        ))}
      </ul>
    </Disclosure>
  )
}

type RowProps = Omit<Props, 'versions'> & { version: Version; inForce: Version }

function Row({ call, version, inForce, mayChange, onSaved }: RowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDefinitionWords(version.definition)
  const diffWords = useDiffWords(words)
  const { save, refused } = useSaveDefinition(call, words.criterion, onSaved)
  const isNow = version === inForce
  const name =
    version.version === 0 ? t('definition.shipped') : t('definition.version', { version: version.version })
  const changes = differences(version.definition, inForce.definition)
  return (
    <li>
      <div className={styles.actions}>
        <b>{name}</b>
        {isNow && <Chip tone="info">{t('definition.inForce')}</Chip>}
        <Chip tone={isDraft(version.definition) ? 'warn' : 'good'}>
          {t(isDraft(version.definition) ? 'definition.draft' : 'definition.agreed')}
        </Chip>
        {version.at !== null && (
          <span className={styles.quiet}>
            {t('definition.changedBy', { when: format.moment(version.at), who: version.by ?? '' })}
          </span>
        )}
        {mayChange && !isNow && changes.length > 0 && (
          <Button
            small
            aria-label={t('definition.bringBackOf', { version: version.version })}
            onPress={() => void save(version.definition)}
          >
            {t('definition.bringBack')}
          </Button>
        )}
      </div>
      {!isNow && (
        <ul className={styles.changes}>
          {changes.length === 0 && <li>{t('definition.sameAsNow')}</li>}
          {changes.map((change) => (
            <li key={`${change.what} ${change.subject}`}>{diffWords(change)}</li>
          ))}
        </ul>
      )}
      {refused.length > 0 && <p role="alert">{refused.join(' ')}</p>}
    </li>
  )
}

function useDiffWords(words: DefinitionWords) {
  const { t } = useTranslation()
  const listOf: Readonly<Record<Difference['what'], (ids: readonly string[]) => string>> = {
    weight: (ids) => ids.join(),
    threshold: (ids) => ids.join(),
    stale: (ids) => ids.join(),
    criterionThen: () => '',
    criterionNow: () => '',
    grades: (ids) =>
      ids
        .map((id) => id.split(' '))
        .map(([id = '', worth]) => `${words.grade(id)} ${worth}`)
        .join(', '),
    gate: (ids) => ids.map(words.grade).join(' / ') || t('definition.noGate'),
  }
  return ({ what, subject, before, after }: Difference): string =>
    t(`definition.diff.${what}`, {
      subject: subject === null ? '' : words.criterion(subject),
      before: listOf[what](before),
      after: listOf[what](after),
    })
}
