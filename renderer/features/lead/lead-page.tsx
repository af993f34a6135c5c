import { Phone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import type { Card } from '#shared/contract/card'
import { NOBODY } from '#shared/domain/erasing'
import { atLeast } from '#shared/domain/people'
import { Button } from '#renderer/ui/button'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import { Page } from '#renderer/ui/page'
import { later } from '#renderer/ui/later'
import { toTitle } from '#renderer/ui/to-title'
import { Alternative } from './alternative.tsx'
import { Answers } from './answers.tsx'
import { BasisCard } from './basis.tsx'
import { Erase } from './erase.tsx'
import { Give } from './give.tsx'
import { Identity } from './identity.tsx'
import type { LeadState } from './lead-store.ts'
import { OpportunityForm } from './opportunity-form.tsx'
import { ScoreCard } from './score-card.tsx'
import { StageCard } from './stage-card.tsx'
import { Story } from './story.tsx'
import type { Walk } from './use-walk.ts'
import { WalkBar } from './walk-bar.tsx'
import { WhyNotCard } from './why-not.tsx'
import styles from './lead.module.css'

const Merges = later(
  async () => (await import('./merges.tsx')).Merges,
  () => null,
)
const LiftCard = later(
  async () => (await import('./lift.tsx')).LiftCard,
  () => null,
)

type Props = {
  call: Call
  host: Pick<Bridge, 'save'>
  card: Card
  store: LeadState
  state: Output<'app.state'>
  walk: Walk | null
}

/** Everything about one lead: who, where it stands, what was said, what it is worth, and what happened. */
export function LeadPage({ call, host, card, store, state, walk }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [, go] = useLocation()
  const { person, company } = card
  // What happened stays and can be read; there is nobody to change, to call or to hand out.
  const isErased = person.name === NOBODY
  const isSilent = card.mayCall.conditions.some(({ rule }) => rule === 'suppressed_person')
  return (
    <Page
      title={<span dir="auto">{isErased ? t('erase.nobody') : person.name}</span>}
      beside={
        <>
          <Chip tone="accent">{t(`common.stage.${card.stage}`)}</Chip>
          <Chip>{t('lead.fit', { points: format.points(card.fit.total) })}</Chip>
          <Chip>{t('lead.behaviour', { points: format.points(card.behaviour.total) })}</Chip>
          {card.alsoIn.map(({ listName }) => (
            <Chip key={listName} tone="info">
              {t('lead.alsoIn', { list: listName })}
            </Chip>
          ))}
        </>
      }
      aside={
        <span className={styles.aside}>
          <WalkBar walk={walk} />
          {!isErased && (
            <Button
              look="go"
              icon={<Phone size={16} aria-hidden />}
              isDisabled={person.phones.length === 0}
              onPress={() => go(`/queue/${card.leadId}`)}
            >
              {t('lead.call')}
            </Button>
          )}
        </span>
      }
    >
      <p className={styles.who} dir="auto">
        {person.title && <span>{person.title} · </span>}
        {company && <Link href={`/companies/${company.id}`}>{company.name}</Link>}
        {person.city && <span> · {person.city}</span>}
      </p>
      <div className={styles.columns}>
        <div className={styles.main}>
          {card.stage === 'disqualified' && !isErased && (
            <Alternative call={call} leadId={card.leadId} name={person.name} version={store.version} />
          )}
          {!isErased && (
            <StageCard card={card} store={store} role={state.atDesk?.role ?? 'rep'} reasons={state.reasons} />
          )}
          <Answers board={card.board} />
          <Story call={call} leadId={card.leadId} version={store.version} reps={state.reps} />
          {!isErased && (
            <OpportunityForm
              key={JSON.stringify(card.opportunity)}
              saved={card.opportunity}
              currency={state.lists.find(({ id }) => id === card.listId)?.currency ?? null}
              save={store.saveOpportunity}
            />
          )}
        </div>
        <div className={styles.side}>
          {!isErased && (
            <>
              <WhyNotCard store={store} />
              {isSilent && atLeast(state.atDesk?.role ?? 'rep', 'team_lead') && (
                <LiftCard
                  call={call}
                  leadId={card.leadId}
                  name={person.name}
                  onLifted={() => {
                    toTitle()
                    void store.load()
                  }}
                />
              )}
              <ScoreCard call={call} card={card} role={state.atDesk?.role ?? 'rep'} onDone={store.load} />
              <BasisCard call={call} leadId={card.leadId} version={store.version} />
              <Identity card={card} store={store} />
              <Merges
                call={call}
                personId={person.id}
                version={store.version}
                onApart={() => {
                  toTitle()
                  void store.load()
                }}
              />
              {atLeast(state.atDesk?.role ?? 'rep', 'team_lead') && (
                <Give call={call} host={host} leadId={card.leadId} />
              )}
            </>
          )}
          <Erase
            call={call}
            leadId={card.leadId}
            role={state.atDesk?.role ?? 'rep'}
            version={store.version}
            onErased={() => {
              toTitle()
              void store.load()
            }}
          />
        </div>
      </div>
    </Page>
  )
}
