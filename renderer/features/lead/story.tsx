import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Input, Output } from '#shared/contract/api'
import type { StoryItem } from '#shared/contract/story'
import { STORY_KINDS, type StoryKind } from '#shared/domain/story'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { DateField } from '#renderer/ui/date-field'
import { useFormat } from '#renderer/ui/format'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { MultiSelect } from '#renderer/ui/multi-select'
import { Select } from '#renderer/ui/select'
import { Shown } from '#renderer/ui/shown'
import { Timeline } from '#renderer/ui/timeline'
import { useStoryWords } from './story-words.ts'
import styles from './lead.module.css'

type Asked = Pick<Input<'lead.timeline'>, 'kinds' | 'repId' | 'since'>
type Props = { call: Call; leadId: string; version: number; reps: Output<'app.state'>['reps'] }
const EVERYBODY = 'everybody'

/** All that happened, newest first: what, by whom, in which words. */
export function Story({ call, leadId, version, reps }: Props) {
  const { t } = useTranslation()
  const [asked, ask] = useState<Asked>({ kinds: [], repId: null, since: null })
  const { story, earlier, again } = useStory(call, leadId, asked, version)
  return (
    <Card title={t('lead.timeline')}>
      <div className={styles.storyTools}>
        <MultiSelect<StoryKind>
          bareLabel
          label={t('lead.story.kinds')}
          any={t('lead.story.everything')}
          options={STORY_KINDS.map((id) => ({ id, name: t(`lead.story.kind.${id}`) }))}
          value={asked.kinds}
          onChange={(kinds) => ask({ ...asked, kinds })}
        />
        <Select
          bareLabel
          label={t('lead.story.who')}
          options={[{ id: EVERYBODY, name: t('lead.story.everybody') }, ...reps]}
          value={asked.repId ?? EVERYBODY}
          onChange={(id) => ask({ ...asked, repId: id === EVERYBODY ? null : id })}
        />
        <DateField
          bareLabel
          label={t('lead.story.since')}
          value={asked.since ?? ''}
          onChange={(day) => ask({ ...asked, since: day || null })}
        />
      </div>
      <Shown of={story} onRetry={again} rows={5}>
        {({ items, more }) => (
          <>
            {items.length === 0 && <p className={styles.quiet}>{t('lead.nothingHappened')}</p>}
            <Timeline label={t('lead.timeline')}>
              {items.map((item) => (
                <Item key={`${item.kind} ${item.id}`} item={item} />
              ))}
            </Timeline>
            {more && <Button onPress={() => void earlier()}>{t('lead.story.earlier')}</Button>}
          </>
        )}
      </Shown>
    </Card>
  )
}

function Item({ item }: { item: StoryItem }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { what, more, quote } = useStoryWords()(item)
  return (
    <li className={item.undone ? styles.undone : undefined}>
      <b>{format.recent(item.at, t('common.today'))}</b> · <span dir="auto">{what}</span>{' '}
      <span className={styles.quiet}>{[item.by, ...more].filter(Boolean).join(' · ')}</span>
      {quote && (
        <p dir="auto" className={styles.said}>
          {format.quote(quote)}
        </p>
      )}
    </li>
  )
}

type Told = Output<'lead.timeline'>

function useStory(call: Call, leadId: string, asked: Asked, version: number) {
  const [story, setStory] = useState<Loaded<Told>>(LOADING)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isLate = false
    const tell = async () => {
      const told = await loaded(call('lead.timeline', { leadId, ...asked, before: null }))
      if (!isLate) setStory(told)
    }
    void tell()
    return () => void (isLate = true)
  }, [call, leadId, asked, version, round])
  const earlier = async () => {
    if (story.kind !== 'ready') return
    const before = story.value.items.at(-1)?.at ?? null
    const { items, more } = await call('lead.timeline', { leadId, ...asked, before })
    setStory({ kind: 'ready', value: { items: [...story.value.items, ...items], more } })
  }
  return { story, earlier, again: () => setRound((now) => now + 1) }
}
