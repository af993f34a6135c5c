import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'

import type { Call } from '#shared/contract/api'
import { cx } from '#renderer/ui/cx'
import { Dialog } from '#renderer/ui/dialog'
import { SECTIONS } from './sections.ts'
import { useFound } from './use-found.ts'
import styles from './find-dialog.module.css'

export type FindDialogProps = { call: Call; isOpen: boolean; onClose: () => void }

export function FindDialog({ call, isOpen, onClose }: FindDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      bareTitle
      place="top"
      wide
      title={t('frame.find')}
      closeLabel={t('common.close')}
      isOpen={isOpen}
      onClose={onClose}
    >
      <Find call={call} onClose={onClose} />
    </Dialog>
  )
}

/** Leads as one types, and the sections by their names. Enter goes to the first. */
function Find({ call, onClose }: Pick<FindDialogProps, 'call' | 'onClose'>) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [, go] = useLocation()
  const found = useFound(call, text)
  const commands = SECTIONS.filter(({ id }) => matches(t(`frame.nav.${id}`), text))
  const open = (path: string) => {
    onClose()
    go(path)
  }

  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField className={cx(styles.field)} aria-label={t('frame.find')} autoFocus>
        <Input className={cx(styles.input)} placeholder={t('frame.findPlaceholder')} />
      </SearchField>
      <ListBox
        className={cx(styles.results)}
        aria-label={t('frame.found', { count: found.rows.length })}
        onAction={(path) => open(String(path))}
      >
        {[
          ...found.rows.map((row) => (
            <ListBoxItem
              key={row.leadId}
              id={`/leads/${row.leadId}`}
              textValue={row.name}
              className={cx(styles.item)}
            >
              <b>{row.name}</b>
              <span>{[row.company, row.title].filter(Boolean).join(' · ')}</span>
              <span className={styles.phone}>{row.phone ?? row.email}</span>
              <small>
                {t(`common.stage.${row.stage}`)} · {row.listName}
              </small>
            </ListBoxItem>
          )),
          ...commands.map(({ id, path, icon: Icon }) => (
            <ListBoxItem key={id} id={path} textValue={t(`frame.nav.${id}`)} className={cx(styles.item)}>
              <b className={styles.command}>
                <Icon size={14} aria-hidden />
                {t(`frame.nav.${id}`)}
              </b>
              <ArrowRight size={14} aria-hidden />
            </ListBoxItem>
          )),
        ]}
      </ListBox>
      {found.isNone && <p className={styles.none}>{t('frame.findNone')}</p>}
    </Autocomplete>
  )
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const matches = (name: string, text: string) => fold(name).startsWith(fold(text.trim()))
