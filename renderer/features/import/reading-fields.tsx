import { useTranslation } from 'react-i18next'

import { keysOf } from '#shared/lib/table'
import { NumberField } from '#renderer/ui/number-field'
import { Segmented } from '#renderer/ui/segmented'
import { Select } from '#renderer/ui/select'
import { encodingName } from './encoding-names.ts'
import type { Inspected } from './plan-draft.ts'
import type { Reading } from './reading.ts'
import styles from './import.module.css'

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const
const NAMES = keysOf(DELIMITERS)
const ROWS = { one: 1, two: 2 } as const
type RowsName = keyof typeof ROWS

type Props = { inspected: Inspected; onChange: (change: Partial<Reading>) => void }

/** What was found out about the file, each to be corrected. */
export function ReadingFields(props: Props) {
  const { t } = useTranslation()
  const { inspected, onChange } = props
  const { kind, entries, entry, headerLine, headerRows } = inspected
  return (
    <div className={styles.reading}>
      <p className={styles.quiet}>{t('import.looksWrong')}</p>
      <div className={styles.fields}>
        {entries.length > 1 && (
          <Select
            label={t('import.entry')}
            options={entries.map((name) => ({ id: name, name }))}
            value={entry}
            onChange={(entry) => onChange({ entry })}
          />
        )}
        {kind === 'sheet' ? <OfSheet {...props} /> : <OfText {...props} />}
        <NumberField
          label={t(kind === 'sheet' ? 'import.headerOfSheet' : 'import.header')}
          hint={t('import.headerHint')}
          value={headerLine}
          onChange={(line) => {
            if (line !== null && line <= MOST && line !== headerLine) onChange({ headerLine: line })
          }}
        />
        {headerLine > 0 && (
          <Segmented
            label={t('import.headerRows')}
            options={(['one', 'two'] as const).map((id) => ({ id, name: t(`import.headerRowsOf.${id}`) }))}
            value={headerRows === 2 ? 'two' : 'one'}
            onChange={(id: RowsName) => {
              if (ROWS[id] !== headerRows) onChange({ headerRows: ROWS[id] })
            }}
          />
        )}
      </div>
    </div>
  )
}

function OfText({ inspected, onChange }: Props) {
  const { t } = useTranslation()
  const { encoding, encodings, encodingAsked, delimiter } = inspected
  return (
    <>
      <Select
        label={t('import.encoding')}
        options={encodings.map((id) => ({ id, name: encodingName(id) }))}
        value={encodingAsked.length > 0 ? null : encoding}
        placeholder={t('import.encodingChoose')}
        onChange={(encoding) => onChange({ encoding })}
      />
      <Select
        label={t('import.delimiter')}
        options={NAMES.map((id) => ({ id, name: t(`import.delimiters.${id}`) }))}
        value={NAMES.find((name) => DELIMITERS[name] === delimiter) ?? null}
        onChange={(name) => onChange({ delimiter: DELIMITERS[name] })}
      />
    </>
  )
}

function OfSheet({ inspected: { sheets, sheet }, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Select
      label={t('import.sheet')}
      options={sheets.map(({ name, isHidden }) => ({
        id: name,
        name,
        note: isHidden ? t('import.sheetHidden') : undefined,
      }))}
      value={sheet}
      onChange={(sheet) => onChange({ sheet })}
    />
  )
}

/** The last line a header is looked for in. */
const MOST = 1000
