import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { useFormat } from '#renderer/ui/format'
import { MendCell } from './mend-cell.tsx'
import { wrongColumns, type MendColumn } from './mend-columns.ts'
import type { Draft } from './plan-draft.ts'
import type { Problem, Row } from './rows-table.tsx'
import type { Mending } from './use-mending.ts'
import { isMended } from './use-told.ts'
import styles from './mend.module.css'

type Props = { rows: readonly Row[]; columns: readonly MendColumn[]; draft: Draft; mending: Mending }
type Place = { line: number; column: number }

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

/** A grid of the rows that want a hand: Tab goes from one wrong cell to the next, over pages too, arrows to any. */
export function MendGrid({ rows, columns, draft, mending }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const grid = useRef<HTMLDivElement>(null)
  const wrongIn = (row: Row) => wrongColumns(mending.problemsOf(row), columns, draft)
  // Those that were wrong at first stay on the way, so that going back finds what was written.
  const wanted = rows.flatMap((row) =>
    [
      ...wrongColumns(
        row.problems.filter((each) => !isMended(each)),
        columns,
        draft,
      ),
    ]
      .toSorted((a, b) => a - b)
      .map((column) => ({ line: row.line, column })),
  )
  const { turned, turn } = mending.page
  const [current, setCurrent] = useState<Place | null>((turned?.isBack ? wanted.at(-1) : wanted[0]) ?? null)
  const go = ({ line, column }: Place) => {
    setCurrent({ line, column })
    grid.current?.querySelector<HTMLElement>(`[data-place="${line}/${column}"] > [role="gridcell"]`)?.focus()
  }
  const next = (from: Place, isBack: boolean): boolean => {
    const at = wanted.findIndex(({ line, column }) => line === from.line && column === from.column)
    const after = (row: Place) => row.line > from.line || (row.line === from.line && row.column > from.column)
    const to = at === -1 && !isBack ? wanted.find(after) : wanted[at + (isBack ? -1 : 1)]
    if (to) go(to)
    return to !== undefined || turn(isBack)
  }
  const first = useRef(current)
  const isFromPage = useRef(turned !== null)
  useEffect(() => {
    // Whoever came from another page goes on where they were; the button that brought them here is gone.
    const isLost = document.activeElement === document.body
    if (first.current && (isFromPage.current || isLost)) go(first.current)
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!current || (event.target as HTMLElement).tagName === 'INPUT') return
    const [down, right] = MOVES[event.key] ?? []
    if (down !== undefined && right !== undefined) {
      const row = rows[rows.findIndex(({ line }) => line === current.line) + down]
      const column = columns[columns.findIndex(({ index }) => index === current.column) + right]
      if (row && column) go({ line: row.line, column: column.index })
    } else if (event.key !== 'Tab' || !next(current, event.shiftKey)) return
    event.preventDefault()
  }
  const words = ({ problem, mend }: Problem) =>
    `${t(`import.problem.${problem}`)}: ${t(`import.mend.${mend}`)}`
  const tracks = { gridTemplateColumns: `64px repeat(${columns.length}, minmax(150px, 1fr))` }
  return (
    <div className={styles.scroll}>
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={t('import.mendGrid')}
        className={styles.grid}
        onKeyDown={onKeyDown}
      >
        <div role="row" className={styles.head} style={tracks}>
          <div role="columnheader">{t('import.line')}</div>
          {columns.map(({ index, header }) => (
            <div key={index} role="columnheader" title={header}>
              {header}
            </div>
          ))}
        </div>
        {rows.map((row) => {
          const problems = mending.problemsOf(row)
          const cells = mending.cellsOf(row)
          const wrong = wrongIn(row)
          const ofRow = problems.filter(({ column }) => column === null).map(words)
          const isRight = mending.isChanged(row.line) && problems.length === 0
          return (
            <div key={row.line} role="row" className={styles.row} style={tracks}>
              <div role="rowheader" className={styles.line}>
                {format.number(row.line)}
                {isRight && <small className={styles.right}>{t('import.mendRight')}</small>}
              </div>
              {columns.map(({ index, header }) => {
                const firstWrong = [...wrong].toSorted((a, b) => a - b)[0]
                const mine = problems.filter(({ column }) => column === index).map(words)
                const said = index === firstWrong ? [...ofRow, ...mine] : mine
                const place = { line: row.line, column: index }
                return (
                  <div key={index} role="presentation" data-place={`${row.line}/${index}`}>
                    <MendCell
                      label={header}
                      text={cells[index] ?? ''}
                      wrong={said.join('; ') || null}
                      isWanted={wrong.has(index)}
                      isChanged={(cells[index] ?? '') !== (row.cells[index] ?? '')}
                      isCurrent={current?.line === row.line && current.column === index}
                      onWrite={(text) => mending.write(row, index, text)}
                      onFocus={() => setCurrent(place)}
                      onNext={(isBack) => {
                        if (!next(place, isBack)) go(place)
                      }}
                    />
                  </div>
                )
              })}
            </div>
          )
        })}
      </div>
    </div>
  )
}
