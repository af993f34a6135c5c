import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { OutcomeRefusal } from '#shared/domain/outcome-check'
import { OUTCOMES } from '#shared/domain/outcome'
import { isOwn } from '#shared/domain/outcome-set'
import { Chip } from '#renderer/ui/chip'
import { Kbd } from '#renderer/ui/kbd'
import { Table, type Column } from '#renderer/ui/table'
import type { Entries, Entry } from './entry.ts'
import type { OutcomeWords } from './use-outcome-words.ts'
import styles from './outcomes.module.css'

type Props = {
  entries: Entries
  words: OutcomeWords
  problems: readonly OutcomeRefusal[]
  onOpen: (code: string) => void
}

/** Every outcome in one sight; a row opens its form. */
export function OutcomeTable({ entries, words, problems, onOpen }: Props) {
  const { t } = useTranslation()
  const columns = useMemo((): Column<Entry>[] => {
    const is = ({ code, kind }: Entry) =>
      isOwn(code)
        ? t('outcomes.ownOf', { kind: t(`call.outcome.${kind}`) })
        : t(`outcomes.group.${OUTCOMES[kind].group}`)
    return [
      {
        id: 'name',
        name: t('outcomes.column.name'),
        width: 'minmax(130px, 1.3fr)',
        cell: ({ code, on }) => (
          <span className={styles.name}>
            <b>{words.name(code)}</b>
            {!on && <Chip>{t('outcomes.off')}</Chip>}
            {problems.some(({ subject }) => subject === code) && <Chip tone="bad">!</Chip>}
          </span>
        ),
      },
      {
        id: 'key',
        name: t('outcomes.column.key'),
        width: '56px',
        cell: ({ key, on }) => on && key && <Kbd isRead>{key}</Kbd>,
      },
      { id: 'is', name: t('outcomes.column.is'), width: 'minmax(110px, 1fr)', cell: is },
      { id: 'next', name: t('outcomes.column.next'), width: 'minmax(120px, 1.1fr)', cell: words.next },
      {
        id: 'asks',
        name: t('outcomes.column.asks'),
        width: 'minmax(80px, 1fr)',
        cell: ({ needs }) => words.needs(needs),
      },
    ]
  }, [t, words, problems])
  return (
    <Table
      label={t('outcomes.title')}
      columns={columns}
      rows={entries}
      keyOf={({ code }) => code}
      onOpen={({ code }) => onOpen(code)}
      height={30 + entries.length * 33}
    />
  )
}
