import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { LANGUAGES } from '#shared/domain/language'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Checkbox } from '#renderer/ui/checkbox'
import { Failure } from '#renderer/ui/failure'
import { loaded, LOADING, type Loaded } from '#renderer/ui/loaded'
import { Skeleton } from '#renderer/ui/skeleton'
import { TextField } from '#renderer/ui/text-field'
import styles from './script.module.css'

type One = Output<'objection.library'>['objections'][number]

/** What people say against it and what we answer, in both languages. */
export function LibraryEditor({ call }: { call: Call }) {
  const { t } = useTranslation()
  const { say } = useAnnouncer()
  const [got, setGot] = useState<Loaded<readonly One[]>>(LOADING)
  const [isChanged, setChanged] = useState(false)
  const [refused, setRefused] = useState<readonly string[]>([])
  useEffect(
    () => void loaded(call('objection.library', {}).then(({ objections }) => objections)).then(setGot),
    [call],
  )
  if (got.kind === 'loading') return <Skeleton rows={8} label={t('common.loading')} />
  if (got.kind === 'failed') return <Failure error={got.error} />

  const all = got.value
  const change = (value: readonly One[]) => {
    setGot({ kind: 'ready', value })
    setChanged(true)
    setRefused([])
  }
  const set = (at: number, part: Partial<One>) =>
    change(all.map((one, place) => (place === at ? { ...one, ...part } : one)))
  const save = async () => {
    const reply = await call('objection.save', { objections: [...all] })
    if (reply.kind === 'refused')
      return setRefused(reply.reasons.map((reason) => t(`script.refused.${reason}`)))
    setChanged(false)
    say(t('script.saved', { version: reply.version }))
  }
  return (
    <Card
      title={t('script.objections')}
      aside={
        <Button look="go" isDisabled={!isChanged} onPress={() => void save()}>
          {t('script.save')}
        </Button>
      }
    >
      <div className={styles.stack}>
        {refused.length > 0 && (
          <p role="alert" className={styles.refused}>
            {t('script.cannot', { reasons: refused.join(', ') })}
          </p>
        )}
        <p className={styles.hint}>{t('script.libraryHow')}</p>
        {all.map((one, at) => (
          <div key={one.code} className={styles.objection} role="group" aria-label={one.label.en || one.code}>
            {LANGUAGES.map((language) => (
              <div key={language} className={styles.both} lang={language}>
                <TextField
                  label={t('script.label', { language: t(`common.languages.${language}`) })}
                  value={one.label[language]}
                  onChange={(text) => set(at, { label: { ...one.label, [language]: text } })}
                  maxLength={80}
                />
                <TextField
                  label={t('script.answer', { language: t(`common.languages.${language}`) })}
                  rows={2}
                  value={one.answer[language]}
                  onChange={(text) => set(at, { answer: { ...one.answer, [language]: text } })}
                  maxLength={1000}
                />
              </div>
            ))}
            <Checkbox isSelected={!one.retired} onChange={(offered) => set(at, { retired: !offered })}>
              {t('script.offered')}
            </Checkbox>
          </div>
        ))}
        <Button small icon={<Plus size={14} />} onPress={() => change([...all, blank(all)])}>
          {t('script.addObjection')}
        </Button>
      </div>
    </Card>
  )
}

/** A code that nothing else ever had: none is taken out of a library. */
function blank(all: readonly One[]): One {
  const words = { es: '', en: '' }
  return { code: `own_${all.length + 1}`, label: words, answer: words, retired: false }
}
