import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { Disclosure } from '#renderer/ui/disclosure'
import { useErrorWords } from '#renderer/ui/error-words'
import { Select } from '#renderer/ui/select'
import type { Got } from './qualification.tsx'
import styles from './settings.module.css'

type Props = {
  call: Call
  got: Got
  names: readonly { id: string; name: string }[]
  lists: Output<'app.state'>['lists']
  mayChange: boolean
  onSaved: () => void
}
const AS_OTHERS = '='

/** Which framework qualifies on which list. Answers stay where they are: switching asks nothing again. */
export function FrameworkLists({ call, got, names, lists, mayChange, onSaved }: Props) {
  const { t } = useTranslation()
  const errorWords = useErrorWords()
  const [wrong, setWrong] = useState<string | null>(null)
  const standard = names.find(({ id }) => id === got.standard)?.name ?? got.standard
  const asOthers = { id: AS_OTHERS, name: t('definition.asStandard', { framework: standard }) }
  const choose = async (listId: string | null, framework: string | null) => {
    setWrong(null)
    try {
      await call('definition.choose', { listId, framework })
      onSaved()
    } catch (error) {
      setWrong(errorWords(error))
    }
  }
  return (
    <Disclosure title={t('definition.lists')} summary={standard}>
      <div className={styles.weights}>
        <Select
          label={t('definition.standard')}
          options={names}
          value={got.standard}
          isDisabled={!mayChange}
          onChange={(id) => void choose(null, id)}
        />
        {lists.map(({ id, name }) => (
          <Select
            key={id}
            label={name}
            options={[asOthers, ...names]}
            value={got.lists[id] ?? AS_OTHERS}
            isDisabled={!mayChange}
            onChange={(framework) => void choose(id, framework === AS_OTHERS ? null : framework)}
          />
        ))}
      </div>
      {wrong && <p role="alert">{wrong}</p>}
    </Disclosure>
  )
}
