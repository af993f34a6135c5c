import { useTranslation } from 'react-i18next'

import { PHONE_STATUSES } from '#shared/domain/phone-kind'

import { InlineEdit } from '#renderer/ui/inline-edit'
import { Select } from '#renderer/ui/select'
import type { Fields, LeadState } from './lead-store.ts'
import { useEdit } from './use-edit.ts'
import styles from './lead.module.css'

type Props = { fields: Fields; store: LeadState }

/** How they are reached: each number with what is known of it, each address, and one more of either. */
export function Contacts({ fields: { phones, emails }, store }: Props) {
  const { t } = useTranslation()
  const save = useEdit(store)
  const [phone, email] = [t('lead.phones'), t('lead.emails')]
  const change = (label: string, value: string) => t('lead.edit.change', { label, value })
  return (
    <>
      <dt>{phone}</dt>
      <dd>
        {phones.length === 0 && <p className={styles.quiet}>{t('lead.noPhone')}</p>}
        {phones.map(({ id, e164, display, extension, status }) => (
          <div key={id} className={styles.contact}>
            <span className={status === 'ok' || status === 'switchboard' ? styles.mono : styles.deadMono}>
              <InlineEdit
                label={phone}
                editLabel={change(phone, display)}
                value={e164}
                shown={[display, extension].filter(Boolean).join(' x')}
                blank=""
                onSave={save('phone', phone, id)}
              />
            </span>
            <Select
              bareLabel
              label={t('lead.edit.statusOf', { number: display })}
              options={PHONE_STATUSES.map((id) => ({ id, name: t(`lead.edit.status.${id}`) }))}
              value={status}
              onChange={(mark) => void save('phone.status', phone, id)(mark)}
            />
          </div>
        ))}
        <InlineEdit
          key={`phone ${phones.length}`}
          label={t('lead.edit.newPhone')}
          editLabel={t('lead.edit.newPhone')}
          value=""
          blank={t('lead.edit.newPhone')}
          onSave={save('phone', phone)}
        />
      </dd>
      <dt>{email}</dt>
      <dd>
        {emails.map((address) => (
          <div key={address}>
            <InlineEdit
              label={email}
              editLabel={change(email, address)}
              value={address}
              blank=""
              maxLength={254}
              onSave={save('email', email, address)}
            />
          </div>
        ))}
        <InlineEdit
          key={`email ${emails.length}`}
          label={t('lead.edit.newEmail')}
          editLabel={t('lead.edit.newEmail')}
          value=""
          blank={t('lead.edit.newEmail')}
          maxLength={254}
          onSave={save('email', email)}
        />
      </dd>
    </>
  )
}
