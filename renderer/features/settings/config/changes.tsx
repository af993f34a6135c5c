import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import type { SectionId } from '#shared/contract/config'
import { Checkbox } from '#renderer/ui/checkbox'
import { Disclosure } from '#renderer/ui/disclosure'
import { usePathWords } from './config-words.ts'
import styles from './config.module.css'

export type Changed = Output<'config.compare'>
type Props = {
  changed: Changed
  chosen: ReadonlySet<SectionId>
  onChoose: (chosen: ReadonlySet<SectionId>) => void
}
const MOST = 40

const withChanges = (changed: Changed): Changed => changed.filter(({ changes }) => changes.length > 0)
export const sectionsIn = (changed: Changed): ReadonlySet<SectionId> =>
  new Set(withChanges(changed).map(({ section }) => section))

/** Section by section what would be otherwise, before and after; each can be left as it is. */
export function Changes({ changed, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const toggle = (section: SectionId, isOn: boolean) => {
    const others = [...chosen].filter((each) => each !== section)
    onChoose(new Set(isOn ? [...others, section] : others))
  }
  return (
    <ul className={styles.sections}>
      {withChanges(changed).map(({ section, changes }) => (
        <li key={section}>
          <Checkbox isSelected={chosen.has(section)} onChange={(isOn) => toggle(section, isOn)}>
            {t(`config.section.${section}`)}
          </Checkbox>
          <Disclosure title={t('config.changes', { count: changes.length })} startsOpen={changes.length <= 6}>
            <ul className={styles.changes}>
              {changes.slice(0, MOST).map((change) => (
                <OneChange key={change.path.join('\n')} change={change} />
              ))}
              {changes.length > MOST && <li>{t('config.more', { count: changes.length - MOST })}</li>}
            </ul>
          </Disclosure>
        </li>
      ))}
    </ul>
  )
}

function OneChange({ change: { path, before, after } }: { change: Changed[number]['changes'][number] }) {
  const { t } = useTranslation()
  const pathWords = usePathWords()
  const value = (text: string | null) => {
    if (text === null || text === '') return t('config.nothing')
    if (text === 'true' || text === 'false') return t(text === 'true' ? 'config.yes' : 'config.no')
    return short(text)
  }
  return (
    <li>
      <b>{pathWords(path)}</b>
      <span className={styles.before}>
        <span className="sr-only">{t('config.before')} </span>
        {value(before)}
      </span>
      <span aria-hidden>→</span>
      <span className={styles.after}>
        <span className="sr-only">{t('config.after')} </span>
        {value(after)}
      </span>
    </li>
  )
}

const LONGEST = 160
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
