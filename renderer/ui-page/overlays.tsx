import { useState } from 'react'

import { useAnnouncer } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Popover } from '../ui/popover.tsx'
import { ProgressTray, type TrayJob } from '../ui/progress-tray.tsx'
import { Specimen, type SectionProps } from './specimen.tsx'
import styles from './kit-page.module.css'

const PLACES = ['middle', 'top', 'drawer'] as const
const STATES = ['running', 'done', 'failed', 'cancelled'] as const

export function Overlays({ words }: SectionProps) {
  const { notify } = useAnnouncer()
  const [place, setPlace] = useState<(typeof PLACES)[number] | null>(null)
  const jobs = STATES.map((state): TrayJob => ({
    id: state,
    title: `${words.emptyDo}: ${words.light}`,
    progress: words.note,
    percent: 42,
    state,
    onCancel: () => {},
    onClose: () => {},
  }))
  return (
    <div className={styles.grid}>
      <Specimen name="Dialog">
        {PLACES.map((each) => (
          <Button key={each} onPress={() => setPlace(each)}>
            {words.open}: {each}
          </Button>
        ))}
        <Dialog
          title={words.name}
          closeLabel={words.cancel}
          isOpen={place !== null}
          onClose={() => setPlace(null)}
          place={place ?? 'middle'}
        >
          <p>{words.long}</p>
        </Dialog>
      </Specimen>
      <Specimen name="Popover">
        <Popover label={words.name} trigger={<Button>{words.more}</Button>}>
          <p>{words.note}</p>
        </Popover>
      </Specimen>
      <Specimen name="Announce">
        <Button onPress={() => notify({ text: words.note })}>{words.hint}</Button>
        <Button onPress={() => notify({ text: words.wrong, tone: 'bad' })}>{words.wrong}</Button>
      </Specimen>
      <Specimen name="ProgressTray" wide>
        <ProgressTray
          label={words.emptyDo}
          jobs={jobs}
          words={{ cancel: words.cancel, close: words.cancel }}
        />
      </Specimen>
    </div>
  )
}
