import { useTranslation } from 'react-i18next'

import { emptyBy } from '#shared/domain/import/cell'
import { Disclosure } from '#renderer/ui/disclosure'
import type { Inspected } from './plan-draft.ts'
import styles from './import.module.css'

/** Named without opening. */
const NAMED = 4

/** What counts as a blank, those that stand in the first rows before the others; all of them one press away. */
export function EmptyWords({ inspected: { emptyWords, sample } }: { inspected: Inspected }) {
  const { t } = useTranslation()
  if (emptyWords.length === 0) return null
  const cells = sample.flatMap(({ cells }) => cells.filter((cell) => cell.trim() !== ''))
  const isHere = (word: string) => cells.some(emptyBy([word]))
  const here = emptyWords.filter(isHere)
  const words = [...here, ...emptyWords.filter((word) => !here.includes(word))]
  const named = words.slice(0, NAMED)
  const more = words.length - named.length
  return (
    <Disclosure
      title={t('import.emptyWords')}
      summary={
        more > 0 ? t('import.emptyWordsMore', { words: named.join(', '), count: more }) : named.join(', ')
      }
    >
      <p className={styles.quiet}>{words.join(', ')}</p>
    </Disclosure>
  )
}
