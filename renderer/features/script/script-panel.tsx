import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import { atLeast } from '#shared/domain/people'
import { EmptyState } from '#renderer/ui/empty-state'
import { Page } from '#renderer/ui/page'
import { Segmented } from '#renderer/ui/segmented'
import { Select } from '#renderer/ui/select'
import { LibraryEditor } from './library-editor.tsx'
import { ScriptEditor } from './script-editor.tsx'

type ScriptPanelProps = { call: Call; state: Output<'app.state'> }

/** Where the team lead writes what is said: a list's script, and what we answer to objections. */
export function ScriptPanel({ call, state }: ScriptPanelProps) {
  const { t } = useTranslation()
  const [location, go] = useLocation()
  const [part, setPart] = useState<'script' | 'objections'>('script')
  const asked = location.split('/')[2]
  const list = state.lists.find(({ id }) => id === asked) ?? state.lists[0]
  const mayWrite = atLeast(state.atDesk?.role ?? 'rep', 'team_lead')
  if (!list || !mayWrite)
    return (
      <Page title={t('script.title')}>
        <EmptyState title={t(mayWrite ? 'script.noList' : 'script.notYours')} />
      </Page>
    )
  return (
    <Page
      title={t('script.title')}
      beside={
        <>
          <Segmented
            bareLabel
            label={t('script.part')}
            options={[
              { id: 'script', name: t('script.ofList') },
              { id: 'objections', name: t('script.objections') },
            ]}
            value={part}
            onChange={setPart}
          />
          {part === 'script' && (
            <Select
              bareLabel
              label={t('script.list')}
              options={state.lists.map(({ id, name }) => ({ id, name }))}
              value={list.id}
              onChange={(id) => go(`/script/${id}`)}
            />
          )}
        </>
      }
    >
      {part === 'script' ? (
        <ScriptEditor key={list.id} call={call} list={list} repName={state.atDesk?.name ?? ''} />
      ) : (
        <LibraryEditor call={call} />
      )}
    </Page>
  )
}
