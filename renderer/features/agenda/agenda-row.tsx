import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import type { Output } from '#shared/contract/api'
import { isOverdue } from '#shared/domain/promise'
import { Button } from '#renderer/ui/button'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import { Select } from '#renderer/ui/select'
import type { AgendaItem } from './groups.ts'
import { useSpelt } from './use-spelt.ts'
import styles from './agenda.module.css'

type AgendaRowProps = {
  item: AgendaItem
  now: number
  /** Zone of this desk. */
  here: string
  mayMove: boolean
  /** Whom it can be given to; null where that is not for the one at the desk. */
  reps: Output<'app.state'>['reps'] | null
  withOwner: boolean
  onMove: (item: AgendaItem) => void
  onGive: (item: AgendaItem, repId: string) => Promise<void>
}

export function AgendaRow({ item, now, here, mayMove, reps, withOwner, onMove, onGive }: AgendaRowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const spelt = useSpelt(here)
  const late = item.kind === 'call' && isOverdue(item.dueAt, now)
  return (
    <li className={styles.row}>
      <time
        className={styles.when}
        dateTime={new Date(item.dueAt).toISOString()}
        title={spelt(item.dueAt, item.zone)}
      >
        {format.near(item.dueAt, now)}
      </time>
      <div className={styles.who}>
        <Link href={`/queue/${item.leadId}`}>{item.name}</Link> <span>{item.company}</span>
        <small>
          {[
            item.zone && item.zone !== here ? spelt(item.dueAt, item.zone) : null,
            item.kind === 'call' ? null : t(`call.kind.${item.kind}`),
            t('agenda.by', { who: item.by }),
            item.listName,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
      {late && <Chip tone="bad">{t('agenda.late', { ago: format.ago(item.dueAt, now) })}</Chip>}
      {reps ? (
        <div className={styles.owner}>
          <Select
            bareLabel
            label={t('agenda.giveTo', { who: item.name })}
            options={reps.map(({ id, name }) => ({ id, name }))}
            value={item.owner.id}
            onChange={(repId) => void onGive(item, repId)}
          />
        </div>
      ) : (
        withOwner && <span className={styles.owner}>{item.owner.name}</span>
      )}
      {mayMove && (
        <Button small aria-label={t('agenda.moveWhom', { who: item.name })} onPress={() => onMove(item)}>
          {t('agenda.move')}
        </Button>
      )}
    </li>
  )
}
