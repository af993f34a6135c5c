import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import { addEffects, NO_EFFECT, type Effect } from '#shared/domain/effect'
import { useFormat } from '#renderer/ui/format'
import { DryRun, type Walked } from './dry-run.tsx'
import type { Score } from './fit-lines.ts'
import styles from './scoring.module.css'

/** What a changed profile would come to, before it is saved. */
export function RulesEffect({ call, profile }: { call: Call; profile: Score }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <DryRun
      of={profile}
      walk={(data) => walk(call, data)}
      label={t('scoring.preview')}
      going={(figures) => t('scoring.previewing', figures)}
    >
      {({ effect }) => (
        <p role="status" className={styles.effect}>
          {effectWords(effect)}
        </p>
      )}
    </DryRun>
  )

  function effectWords({ up, down, same, mqlBefore, mqlAfter }: Effect): string {
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

async function* walk(call: Call, data: Score): AsyncGenerator<Walked & { effect: Effect }> {
  let sum = { effect: NO_EFFECT, seen: 0, total: 0 }
  for (let after: number | null = 0; after !== null;) {
    const part: Awaited<ReturnType<typeof ask>> = await ask(call, data, after)
    after = part.after
    sum = {
      effect: addEffects(sum.effect, part.effect),
      seen: sum.seen + part.seen,
      total: part.total ?? sum.total,
    }
    yield sum
  }
}
const ask = (call: Call, data: Score, after: number) => call('rules.preview', { data, after })
