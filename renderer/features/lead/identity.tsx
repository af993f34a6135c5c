import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import type { Card as LeadCard } from '#shared/contract/card'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { countriesIn } from '#renderer/ui/country-select'
import { useFormat } from '#renderer/ui/format'
import { InlineEdit } from '#renderer/ui/inline-edit'
import { Shown } from '#renderer/ui/shown'
import { Contacts } from './contacts.tsx'
import { JobDialog } from './job-dialog.tsx'
import type { Edit, Fields, LeadState } from './lead-store.ts'
import { useEdit } from './use-edit.ts'
import styles from './lead.module.css'

type Plain = Exclude<keyof Fields, 'emails' | 'phones' | 'extra'>
const PERSON = ['name', 'title', 'company', 'company.industry', 'company.employees'] as const
const PLACE = ['city', 'province', 'postalCode', 'country', 'zone'] as const
const ORIGIN = ['source', 'campaign'] as const

/** Who it is and where it came from; every value is its own field. */
export function Identity({ card, store }: { card: LeadCard; store: LeadState }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isChangingJob, changeJob] = useState(false)
  return (
    <Card
      title={t('lead.about')}
      aside={
        <span className={styles.aside}>
          <Button small look="link" onPress={() => changeJob(true)}>
            {t('lead.job.open')}
          </Button>
          <Link href="/review">{t('lead.sameAs')}</Link>
        </span>
      }
    >
      {isChangingJob && store.fields.kind === 'ready' && (
        <JobDialog
          name={card.person.name}
          fields={store.fields.value}
          store={store}
          onClose={() => changeJob(false)}
        />
      )}
      <Shown of={store.fields} onRetry={() => void store.load()} rows={8}>
        {(fields) => (
          <dl className={styles.facts}>
            <Rows of={PERSON} fields={fields} store={store} />
            <Contacts fields={fields} store={store} />
            <Rows of={PLACE} fields={fields} store={store} />
            <Rows of={ORIGIN} fields={fields} store={store} />
            <dt>{t('lead.list')}</dt>
            <dd>{card.listName}</dd>
            <dt>{t('lead.arrived')}</dt>
            <dd>{format.day(card.arrivedAt)}</dd>
            <dt>{t('lead.owner')}</dt>
            <dd>{card.owner ?? t('lead.nobody')}</dd>
            {Object.entries(fields.extra).map(([header, value]) => (
              <Row key={header} label={header} field="extra" of={header} value={value} store={store} />
            ))}
          </dl>
        )}
      </Shown>
    </Card>
  )
}

function Rows({ of, fields, store }: { of: readonly Plain[]; fields: Fields; store: LeadState }) {
  const { t } = useTranslation()
  return of.map((field) => {
    // A company's size is asked for where there is a company.
    if (field.startsWith('company.') && fields.company === '') return null
    const Line = LINES[field] ?? Row
    return (
      <Line key={field} label={t(`lead.field.${field}`)} field={field} value={fields[field]} store={store} />
    )
  })
}

type RowProps = {
  label: string
  field: Edit['field']
  of?: string
  value: string
  store: LeadState
  shown?: string
  suggestions?: readonly string[]
  /** What was typed, as the engine wants it. */
  read?: (typed: string) => string
}

function Row({ label, field, of, value, store, shown, suggestions, read = (typed) => typed }: RowProps) {
  const { t } = useTranslation()
  const save = useEdit(store)(field, label, of ?? null)
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <InlineEdit
          label={label}
          editLabel={
            value === ''
              ? t('lead.edit.addTo', { label })
              : t('lead.edit.change', { label, value: shown ?? value })
          }
          value={value}
          {...(shown === undefined ? {} : { shown })}
          {...(suggestions ? { suggestions } : {})}
          blank={t('lead.edit.add')}
          maxLength={field === 'extra' ? 2000 : 200}
          onSave={(typed) => save(read(typed))}
        />
      </dd>
    </>
  )
}

/** By its name in the reader's language or by its two letters. */
function CountryRow(props: RowProps) {
  const { locale } = useFormat()
  const names = useMemo(() => countriesIn(locale), [locale])
  const fold = (text: string) => text.trim().toLocaleLowerCase(locale)
  const codeOf = (typed: string) => names.find(({ name }) => fold(name) === fold(typed))?.id ?? typed
  const shown = names.find(({ id }) => id === props.value)?.name ?? props.value
  return <Row {...props} shown={shown} suggestions={names.map(({ name }) => name)} read={codeOf} />
}

function ZoneRow(props: RowProps) {
  return <Row {...props} suggestions={ZONES} />
}
const ZONES = Intl.supportedValuesOf('timeZone')

const LINES: Partial<Record<Plain, typeof Row>> = { country: CountryRow, zone: ZoneRow }
