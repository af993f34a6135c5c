import { useTranslation } from 'react-i18next'

import type { Card } from '#shared/contract/card'
import { OUTCOME_IDS, OUTCOMES } from '#shared/domain/outcome'
import { Dialog } from '#renderer/ui/dialog'
import { Kbd } from '#renderer/ui/kbd'
import { criterionWords } from './board-words.ts'
import { modKey, printed } from './key-names.ts'
import { DESK_KEYS, MOD_KEYS, ROW_KEYS } from './keys.ts'
import styles from './key-sheet.module.css'

export type KeySheetProps = {
  isOpen: boolean
  onClose: () => void
  singleKeys: boolean
  criteria: Card['board']['criteria']
}

type Line = { keys: readonly string[]; does: string }

/** Every key, from the tables the desk acts by. */
export function KeySheet({ isOpen, onClose, singleKeys, criteria }: KeySheetProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      wide
      title={t('call.keys.title')}
      closeLabel={t('common.close')}
      isOpen={isOpen}
      onClose={onClose}
    >
      <Sheet singleKeys={singleKeys} criteria={criteria} />
    </Dialog>
  )
}

/** Worded only while it is open. */
function Sheet({ singleKeys, criteria }: Pick<KeySheetProps, 'singleKeys' | 'criteria'>) {
  const { t } = useTranslation()
  const nameOf = (key: string) => (key === 'Space' ? t('call.space') : printed(key))
  const lines: { title: string; lines: readonly Line[] }[] = [
    {
      title: t('call.keys.desk'),
      lines: [
        ...DESK_KEYS.map((line) => ({ keys: line.keys.map(nameOf), does: t(`call.keys.do.${line.do}`) })),
        ...criteria.map(({ id, key }) => ({
          keys: [key],
          does: t('call.keys.do.open', { criterion: criterionWords(id, t) }),
        })),
      ],
    },
    {
      title: t('call.keys.outcomes'),
      lines: [
        ...OUTCOME_IDS.map((id) => ({ keys: [OUTCOMES[id].key], does: t(`call.outcome.${id}`) })),
        { keys: [`⇧ ${OUTCOMES.voicemail.key}`], does: t('call.keys.do.message') },
      ],
    },
    {
      title: t('call.keys.row'),
      lines: [
        { keys: ['1–5'], does: t('call.keys.do.grades') },
        ...ROW_KEYS.map((line) => ({ keys: line.keys.map(printed), does: t(`call.keys.do.${line.do}`) })),
      ],
    },
    {
      title: t('call.keys.anywhere'),
      lines: [
        ...MOD_KEYS.map((line) => ({
          keys: line.keys.map((key) => modKey(printed(key))),
          does: t(`call.keys.do.${line.do}`),
        })),
        { keys: [modKey('K')], does: t('call.keys.do.find') },
        { keys: ['Esc'], does: t('call.keys.do.leave') },
      ],
    },
  ]
  return (
    <>
      <p className={styles.note}>{t(singleKeys ? 'call.keys.field' : 'call.keys.off')}</p>
      <div className={styles.sheet}>
        {lines.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.lines.map(({ keys, does }) => (
                <div key={does}>
                  <dt>
                    {keys.map((key) => (
                      <Kbd key={key} isRead>
                        {key}
                      </Kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  )
}
