import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import type { Card } from '#shared/contract/card'
import { WHO_SPOKE, type OutcomeId } from '#shared/domain/outcome'
import { offeredWith, reasonRule } from '#shared/domain/reason-set'
import { Button } from '#renderer/ui/button'
import { Checkbox } from '#renderer/ui/checkbox'
import { Segmented } from '#renderer/ui/segmented'
import { Select } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import type { Fit } from '#renderer/ui/use-fit'
import { aroundOf } from './around.ts'
import { isDayOnly, SCOPES, STEP_KINDS, type Field, type Form } from './form.ts'
import { WakesField, WhenField } from './when-field.tsx'
import styles from './form.module.css'

export type FormFieldProps = {
  card: Card
  outcome: OutcomeId
  form: Form
  /** Those in force. */
  reasons: Output<'app.state'>['reasons']
  lists: Output<'app.state'>['lists']
  /** Where this desk stands. */
  zone: string
  fill: (change: Partial<Form>) => void
  save: () => void
  /** Is the person called at this time? */
  fits: (at: number) => Promise<Fit>
  isFirst: boolean
}

const givenName = ({ person }: Card) => person.givenName ?? person.name

function Spoke({ card, outcome, form, fill, isFirst }: FormFieldProps) {
  const { t } = useTranslation()
  return (
    <Segmented
      label={t(outcome === 'do_not_call' ? 'call.form.asked' : 'call.form.spoke')}
      options={WHO_SPOKE.map((id) => ({ id, name: t(`call.form.spokeOf.${id}`, { name: givenName(card) }) }))}
      value={form.spoke}
      onChange={(spoke) => fill({ spoke })}
      autoFocus={isFirst}
    />
  )
}

function Agreed({ card, form, fill }: FormFieldProps) {
  const { t } = useTranslation()
  // Only the person can promise for themselves.
  if (form.spoke === 'other') return null
  if (isDayOnly(form, aroundOf(card))) return <p className={styles.quiet}>{t('call.form.dayOnly')}</p>
  return (
    <div className={styles.check}>
      <Checkbox isSelected={form.agreed} onChange={(agreed) => fill({ agreed })}>
        {t('call.form.agreed')}
      </Checkbox>
    </div>
  )
}

function Kind({ form, fill, isFirst }: FormFieldProps) {
  const { t } = useTranslation()
  return (
    <Segmented
      label={t('call.form.kind')}
      options={STEP_KINDS.map((id) => ({ id, name: t(`call.kind.${id}`) }))}
      value={form.kind}
      onChange={(kind) => fill({ kind })}
      autoFocus={isFirst}
    />
  )
}

function WithWhom({ card, form, fill }: FormFieldProps) {
  const { t } = useTranslation()
  return (
    <TextField
      label={t('call.form.withWhom')}
      placeholder={card.person.name}
      value={form.withWhom}
      onChange={(withWhom) => fill({ withWhom })}
      maxLength={200}
    />
  )
}

function Reason({ outcome, form, reasons, fill, isFirst }: FormFieldProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.reason}>
      <Select
        label={t('call.form.reason')}
        placeholder={t('call.form.reasonChoose')}
        options={offeredWith(reasons.map(reasonRule), outcome).map(({ code }) => ({
          id: code,
          name: t(`call.reason.${code as 'timing'}`),
        }))}
        value={form.reason}
        onChange={(reason) => fill({ reason, alternative: null })}
        autoFocus={isFirst}
      />
    </div>
  )
}

const NO_LIST = 'none'

/** Whoever needs another product gets a lead on the list that sells it, with the same key that closes this one. */
function AlternativeField({ card, form, reasons, lists, fill }: FormFieldProps) {
  const { t } = useTranslation()
  const others = lists.filter(
    ({ id, name }) => id !== card.listId && !card.alsoIn.some(({ listName }) => listName === name),
  )
  const exit = reasons.find(({ code }) => code === form.reason)?.exit
  if (exit !== 'alternative' || others.length === 0) return null
  return (
    <div className={styles.reason}>
      <Select
        label={t('call.form.alternative')}
        options={[
          { id: NO_LIST, name: t('call.form.alternativeNone') },
          ...others.map(({ id, name }) => ({ id, name })),
        ]}
        value={form.alternative ?? NO_LIST}
        onChange={(id) => fill({ alternative: id === NO_LIST ? null : id })}
      />
    </div>
  )
}

function ReasonText({ form, fill }: FormFieldProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.wide}>
      <TextField
        label={t('call.form.reasonText')}
        value={form.reasonText}
        onChange={(reasonText) => fill({ reasonText })}
        maxLength={2000}
      />
    </div>
  )
}

function Referral({ form, fill }: FormFieldProps) {
  const { t } = useTranslation()
  const parts = ['referralName', 'referralPhone', 'referralEmail'] as const
  return parts.map((part) => (
    <TextField
      key={part}
      label={t(`call.form.${part}`)}
      value={form[part]}
      onChange={(text) => fill({ [part]: text })}
      maxLength={200}
    />
  ))
}

/** A switchboard reaches others too: it is not silenced for one person's wish. */
function isOwn({ draft, person: { phones } }: Card): boolean {
  const dialled = phones.find(({ id }) => id === draft?.phoneId)
  const usual = phones.find(({ status }) => status === 'ok' || status === 'switchboard') ?? phones[0]
  return (dialled ?? usual)?.status !== 'switchboard'
}

/** Choosing writes at once: nobody who said "never again" waits for another key. */
function ScopeField({ card, form, fill, save }: FormFieldProps) {
  const { t } = useTranslation()
  const scopes = SCOPES.filter((id) =>
    id === 'company' ? card.company !== null : id !== 'number' || isOwn(card),
  )
  const usual = form.spoke === 'other' && scopes.includes('number') ? 'number' : 'person'
  return (
    <div className={styles.scope} role="group" aria-label={t('call.form.scope')}>
      <span>{t('call.form.scope')}</span>
      <div>
        {scopes.map((scope) => (
          <Button
            key={scope}
            small
            look={scope === usual ? 'go' : 'plain'}
            onPress={() => {
              fill({ scope })
              save()
            }}
          >
            {t(`call.form.scopeOf.${scope}`, { name: givenName(card) })}
          </Button>
        ))}
      </div>
    </div>
  )
}

/** The fields an outcome may ask for, by name. */
export const FORM_FIELDS: Readonly<Record<Field, ComponentType<FormFieldProps>>> = {
  spoke: Spoke,
  when: WhenField,
  agreed: Agreed,
  kind: Kind,
  withWhom: WithWhom,
  reason: Reason,
  alternative: AlternativeField,
  reasonText: ReasonText,
  wakes: WakesField,
  referral: Referral,
  scope: ScopeField,
}
