import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { LANGUAGES } from '#shared/domain/language'
import { OCCASIONS, type Script } from '#shared/domain/script'
import { SCRIPTS } from '#shared/domain/script-texts'
import { Card } from '#renderer/ui/card'
import { shippedWords } from '#renderer/ui/gate-words'
import { Select } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import { Lines } from './lines.tsx'
import styles from './script.module.css'

type ScriptFieldsProps = {
  script: Script
  framework: Output<'script.get'>['framework']
  onChange: (change: Partial<Script>) => void
}

const LONGEST = 2000
const PLAIN = ['source', 'object', 'numberFrom'] as const
const NOTHING = 'nothing'

const isShipped = (id: string, text: string) =>
  text.trim() === '' || LANGUAGES.some((language) => SCRIPTS[language].questions[id] === text)

/** Every part of a script in one language, in the order it is said. */
export function ScriptFields({ script, framework, onChange }: ScriptFieldsProps) {
  const { t } = useTranslation()
  const { criterion } = shippedWords(framework.id, t)
  // What another framework asks stays written, and in sight only where somebody wrote it.
  const written = Object.keys(script.questions).filter((id) => !isShipped(id, script.questions[id] ?? ''))
  const asked = [...new Set([...framework.criteria, ...written])]
  return (
    <>
      <Card title={t('script.openers')}>
        <div className={styles.stack}>
          {OCCASIONS.map((occasion) => (
            <TextField
              key={occasion}
              label={t(`script.occasion.${occasion}`)}
              rows={2}
              value={script.openers[occasion]}
              onChange={(text) => onChange({ openers: { ...script.openers, [occasion]: text } })}
              maxLength={LONGEST}
            />
          ))}
          {PLAIN.map((part) => (
            <TextField
              key={part}
              label={t(`script.${part}`)}
              rows={2}
              value={script[part]}
              onChange={(text) => onChange({ [part]: text })}
              maxLength={LONGEST}
            />
          ))}
        </div>
      </Card>
      <Card title={t('script.questions')}>
        <div className={styles.stack}>
          {asked.map((id) => (
            <TextField
              key={id}
              label={criterion(id)}
              value={script.questions[id] ?? ''}
              onChange={(text) => onChange({ questions: { ...script.questions, [id]: text } })}
              maxLength={LONGEST}
            />
          ))}
        </div>
      </Card>
      <Card title={t('script.branches')}>
        <Lines
          lines={script.branches}
          blank={{ when: '', say: '', next: null }}
          onChange={(branches) => onChange({ branches })}
          more={(line, set, at) => (
            <Select
              label={t('script.next', { number: at + 1 })}
              options={[
                { id: NOTHING, name: t('script.nextNone') },
                ...asked.map((id) => ({ id, name: criterion(id) })),
              ]}
              value={line.next ?? NOTHING}
              onChange={(id) => set({ ...line, next: id === NOTHING ? null : id })}
            />
          )}
        />
      </Card>
      <Card title={t('script.closes')}>
        <Lines
          lines={script.closes}
          blank={{ when: '', say: '' }}
          onChange={(closes) => onChange({ closes })}
        />
      </Card>
    </>
  )
}
