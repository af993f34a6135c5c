import { Phone } from 'lucide-react'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import type { Card } from '#shared/contract/card'
import { Button } from '#renderer/ui/button'
import { Chip } from '#renderer/ui/chip'
import { Dialog } from '#renderer/ui/dialog'
import { useFormat } from '#renderer/ui/format'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import { PeekFacts } from './peek-facts.tsx'
import styles from './leads.module.css'

type Props = {
  call: Call
  leadId: string
  name: string
  onClose: () => void
  onPage: () => void
  onCall: () => void
  /** To the next one (1) or the one before (-1). */
  onStep: (by: 1 | -1) => void
}

const STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }

/** One lead beside the list: who it is, where it stands, what was last. Esc leads back to its row. */
export function Peek({ call, leadId, name, onClose, onPage, onCall, onStep }: Props) {
  const { t } = useTranslation()
  const [card, load] = useCard(call, leadId)
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key]
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onStep(by)
  }
  return (
    <Dialog place="drawer" title={name} closeLabel={t('common.close')} isOpen onClose={onClose}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the drawer; everything in it is pressable */}
      <div className={styles.peek} onKeyDown={onKeyDown}>
        <div className={styles.actions}>
          <Button autoFocus look="go" kbd="⏎" onPress={onPage}>
            {t('leads.openPage')}
          </Button>
          <Button icon={<Phone size={14} aria-hidden />} onPress={onCall}>
            {t('lead.call')}
          </Button>
        </div>
        <Shown of={card} onRetry={load} rows={8}>
          {(found) => (
            <>
              <Head card={found} />
              <PeekFacts card={found} />
            </>
          )}
        </Shown>
        <p className={styles.quiet}>{t('leads.peekHint')}</p>
      </div>
    </Dialog>
  )
}

function Head({ card }: { card: Card }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { person, company } = card
  return (
    <>
      <p dir="auto">{[person.title, company?.name, person.city].filter(Boolean).join(' · ')}</p>
      <p className={styles.chips}>
        <Chip tone="accent">{t(`common.stage.${card.stage}`)}</Chip>
        <Chip>{t('lead.fit', { points: format.points(card.fit.total) })}</Chip>
        <Chip>{t('lead.behaviour', { points: format.points(card.behaviour.total) })}</Chip>
        <Chip>{card.listName}</Chip>
      </p>
    </>
  )
}

/** The last one stays in sight until the next is here. */
function useCard(call: Call, leadId: string): [Loaded<Card>, () => void] {
  const [card, setCard] = useState<Loaded<Card>>(LOADING)
  const [again, setAgain] = useState(0)
  useEffect(() => {
    let isLate = false
    const ask = async () => {
      const found = await loaded(call('lead.card', { leadId }))
      if (!isLate) setCard(found)
    }
    void ask()
    return () => void (isLate = true)
  }, [call, leadId, again])
  return [card, () => setAgain((before) => before + 1)]
}
