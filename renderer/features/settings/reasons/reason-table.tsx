import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { ReasonRefusal } from '#shared/domain/reason-check'
import { isOwnReason, reasonKind, REASONS } from '#shared/domain/reason'
import { Chip } from '#renderer/ui/chip'
import { Table, type Column } from '#renderer/ui/table'
import styles from '../outcomes/outcomes.module.css'
import type { Entries, Entry } from './reason-entry.ts'
import type { ReasonWords } from './use-reason-words.ts'

type Props = {
  entries: Entries
  words: ReasonWords
  problems: readonly ReasonRefusal[]
  onOpen: (code: string) => void
}

/** Every reason in one sight; a row opens its form. */
export function ReasonTable({ entries, words, problems, onOpen }: Props) {
  const { t } = useTranslation()
  const columns = useMemo((): Column<Entry>[] => {
    const givenWith = ({ code }: Entry) => {
      const kind = reasonKind(code)
      const outcomes = kind === null ? [] : REASONS[kind].outcomes
      return outcomes.map((id) => t(`call.outcome.${id}`)).join(', ') || t('reasons.byRules')
    }
    return [
      {
        id: 'name',
        name: t('reasons.column.name'),
        width: 'minmax(130px, 1.2fr)',
        cell: ({ code, on }) => (
          <span className={styles.name}>
            <b>{words.name(code)}</b>
            {isOwnReason(code) && <Chip tone="info">{t('reasons.own')}</Chip>}
            {!on && <Chip>{t('outcomes.off')}</Chip>}
            {problems.some(({ subject }) => subject === code) && <Chip tone="bad">!</Chip>}
          </span>
        ),
      },
      {
        id: 'exit',
        name: t('exits.exit'),
        width: 'minmax(110px, 1.05fr)',
        cell: ({ exit }) => t(`exits.exits.${exit}`),
      },
      { id: 'lasts', name: t('reasons.column.lasts'), width: 'minmax(120px, 1.2fr)', cell: words.lasts },
      { id: 'with', name: t('reasons.column.with'), width: 'minmax(100px, 0.75fr)', cell: givenWith },
    ]
  }, [t, words, problems])
  return (
    <Table
      label={t('reasons.title')}
      columns={columns}
      rows={entries}
      keyOf={({ code }) => code}
      onOpen={({ code }) => onOpen(code)}
      height={30 + entries.length * 33}
    />
  )
}
