import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { LANGUAGES, type Language } from '#shared/domain/language'
import type { Script } from '#shared/domain/script'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Failure } from '#renderer/ui/failure'
import { useFormat } from '#renderer/ui/format'
import { loaded, LOADING, type Loaded } from '#renderer/ui/loaded'
import { Segmented } from '#renderer/ui/segmented'
import { Select } from '#renderer/ui/select'
import { Skeleton } from '#renderer/ui/skeleton'
import { Preview } from './preview.tsx'
import { ScriptFields } from './script-fields.tsx'
import styles from './script.module.css'

type Got = Output<'script.get'>
type ScriptEditorProps = {
  call: Call
  list: { id: string; language: Language }
  repName: string
}

/** The script as it stands or once stood, what it sounds like, and saving it as a new version. */
export function ScriptEditor({ call, list, repName }: ScriptEditorProps) {
  const { t } = useTranslation()
  const [got, setGot] = useState<Loaded<Got>>(LOADING)
  const [version, setVersion] = useState<number | null>(null)
  useEffect(
    () => void loaded(call('script.get', { listId: list.id, version })).then(setGot),
    [call, list, version],
  )
  if (got.kind === 'loading') return <Skeleton rows={8} label={t('common.loading')} />
  if (got.kind === 'failed') return <Failure error={got.error} onRetry={() => setVersion(null)} />
  return (
    <Writing
      key={got.value.version}
      {...{ call, list, repName }}
      got={got.value}
      onVersion={setVersion}
      onSaved={() => void loaded(call('script.get', { listId: list.id, version: null })).then(setGot)}
    />
  )
}

type WritingProps = ScriptEditorProps & {
  got: Got
  onVersion: (version: number) => void
  onSaved: () => void
}

function Writing({ call, list, repName, got, onVersion, onSaved }: WritingProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { say } = useAnnouncer()
  const [scripts, setScripts] = useState(got.scripts)
  const [language, setLanguage] = useState<Language>(list.language)
  const [refused, setRefused] = useState<readonly string[]>([])
  const newest = got.versions[0]?.version ?? 0
  const isChanged = scripts !== got.scripts || got.version !== newest
  const change = (part: Partial<Script>) => {
    setRefused([])
    setScripts((all) => ({ ...all, [language]: { ...all[language], ...part } }))
  }
  const save = async () => {
    const reply = await call('script.save', { listId: list.id, scripts })
    if (reply.kind === 'refused')
      return setRefused(reply.reasons.map((reason) => t(`script.refused.${reason}`)))
    say(t('script.saved', { version: reply.version }))
    onSaved()
  }
  return (
    <div className={styles.editor}>
      <div className={styles.write}>
        <div className={styles.head}>
          <Segmented
            bareLabel
            label={t('script.language')}
            options={LANGUAGES.map((id) => ({ id, name: t(`common.languages.${id}`) }))}
            value={language}
            onChange={setLanguage}
          />
          {got.versions.length > 0 && (
            <Select
              bareLabel
              label={t('script.version')}
              options={got.versions.map(({ version, at, by }) => ({
                id: String(version),
                name: t('script.versionOf', { version, when: format.day(at), who: by }),
              }))}
              value={String(got.version)}
              onChange={(id) => onVersion(Number(id))}
            />
          )}
          <div className={styles.save}>
            <Button look="go" isDisabled={!isChanged} onPress={() => void save()}>
              {t('script.save')}
            </Button>
          </div>
        </div>
        {refused.length > 0 && (
          <p role="alert" className={styles.refused}>
            {t('script.cannot', { reasons: refused.join(', ') })}
          </p>
        )}
        <p className={styles.hint}>{t('script.how')}</p>
        <ScriptFields key={language} script={scripts[language]} framework={got.framework} onChange={change} />
      </div>
      <Preview script={scripts[language]} language={language} repName={repName} />
    </div>
  )
}
