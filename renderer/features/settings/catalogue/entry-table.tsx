import type { Labelled } from '#shared/domain/catalogue'
import { Chip } from '#renderer/ui/chip'
import { Table, type Column } from '#renderer/ui/table'
import styles from './catalogue.module.css'
import type { Catalogue, Problem, SetWords } from './catalogue.ts'
import { useTerms } from './use-terms.ts'

type Props<E extends Labelled, P extends Problem, W extends SetWords<E, P>> = {
  of: Catalogue<E, P, W>
  entries: readonly E[]
  words: W
  problems: readonly P[]
  onOpen: (code: string) => void
}

/** All of a set in one sight; a row opens its form. */
export function EntryTable<E extends Labelled, P extends Problem, W extends SetWords<E, P>>(
  props: Props<E, P, W>,
) {
  const { of, entries, words, problems, onOpen } = props
  const terms = useTerms()
  const name: Column<E> = {
    id: 'name',
    name: words.entry,
    width: 'minmax(130px, 1.25fr)',
    cell: ({ code, on }) => (
      <span className={styles.name}>
        <b>{words.name(code)}</b>
        {words.own && of.isOwn(code) && <Chip tone="info">{words.own}</Chip>}
        {!on && <Chip>{terms.t('catalogue.off')}</Chip>}
        {problems.some(({ subject }) => subject === code) && <Chip tone="bad">!</Chip>}
      </span>
    ),
  }
  return (
    <Table
      label={words.title}
      columns={[name, ...of.columnsOf(terms, words)]}
      rows={entries}
      keyOf={({ code }) => code}
      onOpen={({ code }) => onOpen(code)}
      height={30 + entries.length * 33}
    />
  )
}
