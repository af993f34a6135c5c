import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { cx } from '#renderer/ui/cx'
import { Button } from '#renderer/ui/button'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import { FitEditor } from './fit-editor.tsx'
import { ScoreVersions } from './score-versions.tsx'
import { SignalsEditor } from './signals-editor.tsx'
import styles from './settings.module.css'

type Props = { call: Call; mayChange: boolean }

/** The rules in force. Each save is a new version; what was decided under an older one stays as it was. */
export function Rules({ call, mayChange }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [rules, set] = useState<Loaded<Output<'rules.get'>>>(LOADING)
  const load = useCallback(async () => set(await loaded(call('rules.get', {}))), [call])
  useEffect(() => void load(), [load])
  return (
    <Shown of={rules} onRetry={() => void load()} rows={8}>
      {({ version, score, rescore }) => (
        <div className={cx(styles.rules, !mayChange && styles.readOnly)}>
          <p className={styles.quiet}>
            <Chip>{version === 0 ? t('settings.versionShipped') : t('settings.version', { version })}</Chip>{' '}
            {!mayChange && t('settings.readOnly')}
          </p>
          {rescore?.stopped && (
            <p role="status" className={styles.warn}>
              {t('scoring.stopped', {
                done: format.number(rescore.done),
                total: format.number(rescore.total),
              })}{' '}
              <Button small onPress={() => void call('rules.rescore', { go: true }).then(load)}>
                {t('scoring.goOn')}
              </Button>
            </p>
          )}
          {/* A saved version is a new start for every editor. */}
          <FitEditor
            key={`fit ${version}`}
            call={call}
            score={score}
            mayChange={mayChange}
            onSaved={() => void load()}
          />
          <SignalsEditor
            key={`signals ${version}`}
            call={call}
            score={score}
            mayChange={mayChange}
            onSaved={() => void load()}
          />
          <ScoreVersions
            key={`versions ${version}`}
            call={call}
            mayChange={mayChange}
            onSaved={() => void load()}
          />
        </div>
      )}
    </Shown>
  )
}
