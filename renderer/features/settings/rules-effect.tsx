import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import { Button } from '#renderer/ui/button'
import { useFormat } from '#renderer/ui/format'
import type { Score } from './fit-lines.ts'
import { usePreview, type Previewing } from './use-preview.ts'
import styles from './scoring.module.css'

/** What a changed profile would come to, before it is saved. */
export function RulesEffect({ call, profile }: { call: Call; profile: Score }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { state, run, stop } = usePreview(call)
  // What was asked for other rules says nothing of these.
  const shown = state && JSON.stringify(state.of) === JSON.stringify(profile) ? state : null
  if (!shown)
    return (
      <Button small onPress={() => void run(profile)}>
        {t('scoring.preview')}
      </Button>
    )
  if (!shown.isOver)
    return (
      <p role="status" className={styles.quiet}>
        {t('scoring.previewing', { seen: format.number(shown.seen), total: format.number(shown.total) })}{' '}
        <Button look="link" small onPress={stop}>
          {t('common.cancel')}
        </Button>
      </p>
    )
  return (
    <p role="status" className={styles.effect}>
      {effectWords(shown)}
    </p>
  )

  function effectWords({ effect }: Previewing): string {
    const { up, down, same, mqlBefore, mqlAfter } = effect
    const more = mqlAfter - mqlBefore
    const count = Math.abs(more)
    return [
      t('scoring.effect', { up: format.number(up), down: format.number(down), same: format.number(same) }),
      more === 0
        ? t('scoring.mqlSame', { now: format.number(mqlBefore) })
        : t(more > 0 ? 'scoring.mqlMore' : 'scoring.mqlFewer', {
            count,
            now: format.number(mqlBefore),
            wouldBe: format.number(mqlAfter),
          }),
    ].join(' ')
  }
}
