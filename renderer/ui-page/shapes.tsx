import { Coffee } from 'lucide-react'

import { AppError } from '#shared/contract/errors'
import { Bar } from '../ui/bar.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Failure } from '../ui/failure.tsx'
import { Interval } from '../ui/interval.tsx'
import { LOADING } from '../ui/loaded.ts'
import { Meter } from '../ui/meter.tsx'
import { Shown } from '../ui/shown.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Tile, Tiles } from '../ui/tile.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { Specimen, type SectionProps } from './specimen.tsx'
import styles from './kit-page.module.css'

const LOST = new AppError('internal', '', 'engine-gone')

export function Shapes({ words }: SectionProps) {
  return (
    <div className={styles.grid}>
      <Specimen name="Card">
        <Card title={words.name} aside={<span>{words.late}</span>}>
          <p>{words.note}</p>
        </Card>
      </Specimen>
      <Specimen name="Tile">
        <Tiles>
          <Tile figure="12" label={words.name} note={words.hint} />
          <Tile figure="3.918" label={words.light} onPress={() => {}} />
          <Tile figure="241" label={words.dark} onPress={() => {}} isSelected />
        </Tiles>
      </Specimen>
      <Specimen name="EmptyState">
        <EmptyState
          icon={<Coffee size={24} strokeWidth={1.6} aria-hidden />}
          title={words.empty}
          action={<Button look="go">{words.emptyDo}</Button>}
        >
          <p>{words.note}</p>
        </EmptyState>
      </Specimen>
      <Specimen name="Failure">
        <Failure error={LOST} onRetry={() => {}} />
        <Failure error={LOST} />
      </Specimen>
      <Specimen name="Skeleton">
        <Skeleton rows={3} label={words.more} />
      </Specimen>
      <Specimen name="Shown">
        <Shown of={LOADING} onRetry={() => {}} rows={1}>
          {() => null}
        </Shown>
        <Shown of={{ kind: 'failed', error: LOST }} onRetry={() => {}}>
          {() => null}
        </Shown>
        <Shown of={{ kind: 'ready', value: words.note }} onRetry={() => {}}>
          {(note) => <p>{note}</p>}
        </Shown>
      </Specimen>
      <Specimen name="Bar">
        <Bar percent={0} />
        <Bar percent={42.5} />
        <Bar percent={100} />
      </Specimen>
      <Specimen name="Meter">
        <Meter now={0} possible={100} threshold={75} label="0, 100, 75" />
        <Meter now={42.5} possible={85} threshold={75} label="42.5, 85, 75" />
        <Meter now={100} possible={100} threshold={75} label="100, 100, 75" />
      </Specimen>
      <Specimen name="Interval">
        <Interval value={12} low={9} high={16} max={50} label="12 %, 9-16 %" />
        <Interval value={20} low={4} high={46} max={50} thin label="20 %, 4-46 %, n < 30" />
      </Specimen>
      <Specimen name="Tabs">
        <Tabs
          label={words.name}
          tabs={[
            { id: 'one', name: words.light, content: <p>{words.note}</p> },
            { id: 'two', name: words.dark, content: <p>{words.long}</p> },
          ]}
        />
      </Specimen>
      <Specimen name="Disclosure">
        <Disclosure title={words.more} summary={words.late}>
          <p>{words.note}</p>
        </Disclosure>
        <Disclosure title={words.more} startsOpen>
          <p>{words.long}</p>
        </Disclosure>
      </Specimen>
      <Specimen name="Timeline">
        <Timeline label={words.name}>
          <li data-key>
            <b>{words.late}</b> {words.name}
            <p>{words.note}</p>
          </li>
          <li>{words.long}</li>
        </Timeline>
      </Specimen>
    </div>
  )
}
