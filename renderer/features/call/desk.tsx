import type { ReactNode } from 'react'

import type { Output } from '#shared/contract/api'
import type { Card } from '#shared/contract/card'
import { atLeast } from '#shared/domain/people'
import { BoardCard } from './board-card.tsx'
import type { CallStore } from './call-store.ts'
import { DeskNotice } from './desk-notice.tsx'
import { NoteCard } from './note-card.tsx'
import { Overriding } from './overriding.tsx'
import { PersonHead } from './person-head.tsx'
import { ScriptCard } from './script-card.tsx'
import styles from './call.module.css'

type DeskProps = {
  store: CallStore
  card: Card
  state: Output<'app.state'>
  /** Opens the side column where there is no room for it. */
  history: ReactNode
}

/** Who, why now, what to say, what was answered, what was noted. */
export function Desk({ store, card, state, history }: DeskProps) {
  return (
    <div className={styles.desk}>
      <PersonHead store={store} card={card} history={history} />
      <Overriding key={`override ${card.leadId}`} store={store} />
      <DeskNotice store={store} card={card} />
      <ScriptCard
        store={store}
        card={card}
        repName={state.atDesk?.name ?? ''}
        editor={atLeast(state.atDesk?.role ?? 'rep', 'team_lead') ? `#/script/${card.listId}` : null}
      />
      <BoardCard store={store} card={card} currency={currencyOf(card, state)} />
      <NoteCard store={store} card={card} />
    </div>
  )
}

const BY_COUNTRY: Readonly<Record<string, string>> = {
  GB: 'GBP',
  US: 'USD',
  MX: 'MXN',
  CO: 'COP',
  CL: 'CLP',
  CH: 'CHF',
}

function currencyOf({ listId }: Card, { lists }: Output<'app.state'>): string {
  const list = lists.find(({ id }) => id === listId)
  return list?.currency ?? BY_COUNTRY[list?.country ?? ''] ?? 'EUR'
}
