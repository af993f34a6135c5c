import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import type { SectionId } from '#shared/contract/config'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { Disclosure } from '#renderer/ui/disclosure'
import { useFormat } from '#renderer/ui/format'
import { loaded, LOADING, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import { useAsked } from '../calling/use-asked.ts'
import type { PartProps } from '../part-props.ts'
import { Changes, sectionsIn, type Changed } from './changes.tsx'
import { Problems } from './config-file.tsx'
import { usePathWords, type Problem } from './config-words.ts'
import { useSaved } from './use-saved.ts'
import styles from './config.module.css'

type Version = Output<'config.versions'>[number]
const ask = (call: PartProps['call']) => call('config.versions', {})

/** Every change of the configuration, who made it and when; any of them is gone back to, whole or in part. */
export function ConfigVersions({ call, host }: PartProps) {
  const { t } = useTranslation()
  const [versions, load] = useAsked(call, host, ask)
  return (
    <Card title={t('config.versions')}>
      <p className={styles.note}>{t('config.versionsNote')}</p>
      <Shown of={versions} onRetry={load} rows={4}>
        {(all) => (
          <ul className={styles.versions}>
            {all.map((version, at) => (
              <li key={version.version}>
                <OneVersion call={call} version={version} isNow={at === 0} />
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Card>
  )
}

type OneProps = Pick<PartProps, 'call'> & { version: Version; isNow: boolean }

function OneVersion({ call, version, isNow }: OneProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const pathWords = usePathWords()
  const { at, by, why, of, changed } = version
  const sections = [
    ...new Set(changed.map(({ section, subject }) => pathWords(subject ? [section, subject] : [section]))),
  ]
  const what = why === 'edit' ? sections.join(', ') : t(`config.why.${why}`, { of: of ?? '' })
  return (
    <Disclosure
      title={t('config.version', { version: version.version })}
      summary={
        <>
          {[what, at === null ? null : format.moment(at), by].filter(Boolean).join(' · ')}
          {isNow && (
            <span className={styles.now}>
              <Chip tone="good">{t('config.inForce')}</Chip>
            </span>
          )}
        </>
      }
    >
      {why !== 'edit' && sections.length > 0 && <p className={styles.quiet}>{sections.join(', ')}</p>}
      {isNow ? (
        <p className={styles.quiet}>{t('config.isNow')}</p>
      ) : (
        <Back call={call} version={version.version} />
      )}
    </Disclosure>
  )
}

/** What going back would change, asked when somebody looks. */
function Back({ call, version }: { call: PartProps['call']; version: number }) {
  const { t } = useTranslation()
  const [changed, set] = useState<Loaded<Changed> | null>(null)
  const [chosen, choose] = useState<ReadonlySet<SectionId>>(new Set())
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const { saved, failure } = useSaved(call, () => set(null))
  const look = async () => {
    set(LOADING)
    const found = await loaded(call('config.compare', { version }))
    if (found.kind === 'ready') choose(sectionsIn(found.value))
    set(found)
  }
  const restore = () =>
    saved(
      () => call('config.restore', { version, sections: [...chosen] }),
      () => t('config.restored', { version }),
      setProblems,
    )
  if (changed === null)
    return (
      <Button small onPress={() => void look()}>
        {t('config.compare')}
      </Button>
    )
  return (
    <Shown of={changed} onRetry={() => void look()} rows={2}>
      {(value) =>
        sectionsIn(value).size === 0 ? (
          <p className={styles.quiet}>{t('config.sameAsNow')}</p>
        ) : (
          <div className={styles.read}>
            <Changes changed={value} chosen={chosen} onChoose={choose} />
            <Problems problems={problems} />
            {failure && (
              <p role="alert" className={styles.refused}>
                {failure}
              </p>
            )}
            <div className={styles.actions}>
              <Button look="go" isDisabled={chosen.size === 0} onPress={() => void restore()}>
                {t('config.restore', { version })}
              </Button>
              <Button onPress={() => set(null)}>{t('common.cancel')}</Button>
            </div>
          </div>
        )
      }
    </Shown>
  )
}
