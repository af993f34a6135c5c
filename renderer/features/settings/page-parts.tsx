import { Lock } from 'lucide-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'

import { atLeast } from '#shared/domain/people'
import { later } from '#renderer/ui/later'
import { Skeleton } from '#renderer/ui/skeleton'
import { PAGES, type SettingsPage } from './pages.ts'
import type { PartProps } from './part-props.ts'
import styles from './settings.module.css'

const Coming = () => {
  const { t } = useTranslation()
  return <Skeleton rows={4} label={t('common.loading')} />
}
const PARTS: ReadonlyMap<string, readonly ComponentType<PartProps>[]> = new Map(
  (PAGES as readonly SettingsPage[]).map(({ id, parts }) => [id, parts.map((load) => later(load, Coming))]),
)

type Props = { page: SettingsPage; given: Omit<PartProps, 'mayChange'> }

/** The cards of a page, or whose page it is. Another person at the desk is a new start for all of them. */
export function PageParts({ page, given }: Props) {
  const { t } = useTranslation()
  const { id, seenBy, changedBy } = page
  if (seenBy && !atLeast(given.role, seenBy))
    return (
      <p className={styles.locked}>
        <Lock size={16} aria-hidden />
        {t(`settings.closed.${seenBy === 'admin' ? 'admin' : 'lead'}`)}
      </p>
    )
  const mayChange = changedBy === undefined || atLeast(given.role, changedBy)
  return PARTS.get(id)?.map((Part, at) => (
    <Part key={`${id} ${at} ${given.atDeskId}`} {...given} mayChange={mayChange} />
  ))
}
