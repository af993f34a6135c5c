import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import { understand } from '#shared/domain/when'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Checkbox } from '#renderer/ui/checkbox'
import { Dialog } from '#renderer/ui/dialog'
import { Segmented } from '#renderer/ui/segmented'
import { TextField } from '#renderer/ui/text-field'
import { useNow } from '#renderer/ui/use-now'
import type { AgendaItem } from './groups.ts'
import { useAgainst } from './use-against.ts'
import { useSpelt } from './use-spelt.ts'
import styles from './agenda.module.css'

type MoveDialogProps = {
  call: Call
  /** Null = closed. */
  item: AgendaItem | null
  here: string
  onClose: () => void
  onMoved: () => void
}

/** Another time, in words, spelt back as it is there and here. */
export function MoveDialog({ item, onClose, ...rest }: MoveDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={item ? t('agenda.moveWhom', { who: item.name }) : ''}
      closeLabel={t('common.close')}
      isOpen={item !== null}
      onClose={onClose}
    >
      {item && <MoveForm {...rest} item={item} onClose={onClose} />}
    </Dialog>
  )
}

function MoveForm({ call, item, here, onClose, onMoved }: MoveDialogProps & { item: AgendaItem }) {
  const { t } = useTranslation()
  const { notify, say } = useAnnouncer()
  const spelt = useSpelt(here)
  const now = useNow()
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<number | null>(null)
  const [agreed, setAgreed] = useState(true)
  const [wrong, setWrong] = useState<string | null>(null)
  const readings = text.trim() === '' ? [] : understand(text, now, item.zone ?? here)
  const chosen = readings.find(({ at }) => at === picked) ?? (readings.length === 1 ? readings[0] : undefined)
  const against = useAgainst(call, item, chosen?.at ?? null)
  const unclear = text.trim() !== '' && readings.length === 0 ? t('call.read.unclear') : undefined

  const move = async (event: FormEvent) => {
    event.preventDefault()
    if (!chosen) return setWrong(t(readings.length > 1 ? 'call.read.which' : 'agenda.whenMissing'))
    const { at, hasTime } = chosen
    // A day without an hour is no time that anybody agreed to.
    const reply = await call('promises.move', { ...item, at, agreed: agreed && hasTime })
    if (reply.kind === 'refused') return setWrong(t(`agenda.refused.${reply.reason}`))
    const words = t('agenda.moved', { who: item.name, when: spelt(at, item.zone) })
    const back = () =>
      void call('promises.move', { ...item, promiseId: reply.promiseId, at: item.dueAt, agreed: true }).then(
        onMoved,
      )
    // What is past cannot be promised again.
    if (item.dueAt > now) notify({ text: words, action: { label: t('call.undo'), onPress: back } })
    else say(words)
    onMoved()
    onClose()
  }
  return (
    <form className={styles.move} onSubmit={(event) => void move(event)}>
      <p>{t('agenda.stands', { when: spelt(item.dueAt, item.zone) })}</p>
      <TextField
        label={t('agenda.newTime')}
        placeholder={t('call.form.whenPlaceholder')}
        value={text}
        onChange={(next) => {
          setText(next)
          setPicked(null)
          setWrong(null)
        }}
        hint={chosen && spelt(chosen.at, item.zone)}
        wrong={wrong ?? unclear}
        maxLength={200}
        autoFocus
      />
      {readings.length > 1 && (
        <Segmented
          label={t('call.read.which')}
          options={readings.map(({ at }) => ({ id: String(at), name: spelt(at, item.zone) }))}
          value={picked === null ? null : String(picked)}
          onChange={(at) => setPicked(Number(at))}
        />
      )}
      <p role="status" className={styles.against}>
        {against}
      </p>
      {chosen && !chosen.hasTime ? (
        <p>{t('call.form.dayOnly')}</p>
      ) : (
        <Checkbox isSelected={agreed} onChange={setAgreed}>
          {t('agenda.agreed')}
        </Checkbox>
      )}
      <Button look="go" type="submit">
        {t('agenda.move')}
      </Button>
    </form>
  )
}
