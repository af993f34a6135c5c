import { useTranslation } from 'react-i18next'

import { useFormat } from '#renderer/ui/format'
import { Tile, Tiles } from '#renderer/ui/tile'
import { SHOWN, type Filter, type Status } from './import-store.ts'

type Props = { status: Status; filter: Filter | null; onFilter?: (filter: Filter) => void; isDone?: boolean }

/** One tile a verdict; pressing it shows its rows. */
export function Verdicts({ status, filter, onFilter, isDone = false }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Tiles many>
      {SHOWN.map((verdict) => (
        <Tile
          key={verdict}
          figure={format.number(status.counts[verdict])}
          label={t(`import.${isDone ? 'came' : 'verdict'}.${verdict}`)}
          isSelected={filter === verdict}
          onPress={onFilter && (() => onFilter(verdict))}
        />
      ))}
    </Tiles>
  )
}
