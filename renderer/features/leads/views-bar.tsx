import { Bookmark } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Call } from '#shared/contract/api'
import { FIRST_VIEWS, firstView } from '#shared/contract/views'
import { atLeast, type Role } from '#shared/domain/people'
import { isOneOf, keysOf } from '#shared/lib/table'
import { Button } from '#renderer/ui/button'
import { Select } from '#renderer/ui/select'
import { leadsStore } from './leads-store.ts'
import { SaveView } from './save-view.tsx'

type FirstId = keyof typeof FIRST_VIEWS
const FIRST = keysOf(FIRST_VIEWS)
const isFirst = (id: string): id is FirstId => isOneOf(FIRST, id)
const ALL = 'all'

/** The views by their names: those that are there from the start, one's own, and the team's. */
export function ViewsBar({ call, role }: { call: Call; role: Role }) {
  const { t } = useTranslation()
  const { views, viewId, order, look, load } = useStore(leadsStore(call))
  const [isSaving, setSaving] = useState(false)
  const view = views.find(({ id }) => id === viewId) ?? null
  const isShown = (other: typeof order | undefined) => JSON.stringify(other) === JSON.stringify(order)
  const firstId = viewId !== null && isFirst(viewId) ? viewId : null
  const isChanged = !isShown(view?.order ?? (firstId ? firstView(firstId) : undefined))
  const open = (id: string) => {
    const saved = views.find((one) => one.id === id)
    if (saved) look(saved)
    else if (isFirst(id)) look({ id, order: firstView(id), columns: null })
    else look(null)
  }
  return (
    <>
      <Select
        bareLabel
        label={t('leads.view.label')}
        options={[
          { id: ALL, name: t('leads.view.all') },
          ...FIRST.map((id) => ({ id, name: t(`leads.view.first.${id}`) })),
          ...views.map(({ id, name, shared, by }) => ({
            id,
            name,
            note: shared ? (by ?? t('leads.view.team')) : undefined,
          })),
        ]}
        value={viewId ?? ALL}
        onChange={open}
      />
      <Button
        icon={<Bookmark size={14} aria-hidden />}
        isDisabled={viewId !== null && !isChanged && view === null}
        onPress={() => setSaving(true)}
      >
        {t('leads.view.save')}
      </Button>
      {isSaving && (
        <SaveView
          call={call}
          // What is shared is changed by those who may share.
          view={view && (!view.shared || atLeast(role, 'team_lead')) ? view : null}
          mayShare={atLeast(role, 'team_lead')}
          onClose={() => setSaving(false)}
          onSaved={(saved) => {
            if (saved) look(saved)
            else look(null)
            void load()
          }}
        />
      )}
    </>
  )
}
