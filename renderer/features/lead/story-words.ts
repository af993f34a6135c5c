import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { StoryItem } from '#shared/contract/story'
import { SAID } from '#shared/domain/import/forget'
import type { StoryKind } from '#shared/domain/story'
import { basisWords } from '#renderer/i18n/basis-words'
import { useFormat, type Format } from '#renderer/ui/format'

type Told = { what: string; more: (string | null | false | undefined)[]; quote: string | null }
type Words = (item: StoryItem, t: TFunction, format: Format) => Told

const reasonOf = ({ reason }: StoryItem, t: TFunction) =>
  reason !== null && reason !== 'other' && t(`call.reason.${reason as 'timing'}`, reason)
const talkOf = ({ talk, talkAtLeast }: StoryItem, t: TFunction, format: Format) => {
  if (talk === null) return null
  const time = format.clock(talk)
  return t('lead.talk', { time: talkAtLeast ? t('common.atLeast', { time }) : time })
}
const due = ({ dueAt }: StoryItem, format: Format) => (dueAt === null ? '' : format.moment(dueAt))
const stage = (id: StoryItem['to'], t: TFunction) => (id === null ? '' : t(`common.stage.${id}`))

/** What a fact was, what else is known of it, and what was said. */
const WORDS: Readonly<Record<StoryKind, Words>> = {
  call: (item, t, format) => {
    const outcome = item.outcome ? t(`call.outcome.${item.outcome as 'busy'}`) : ''
    return {
      what: item.undone ? t('lead.event.undone', { outcome }) : outcome,
      more: [reasonOf(item, t), talkOf(item, t, format)],
      quote: item.text,
    }
  },
  answer: ({ criterion, state, grade, text }, t) => ({
    what: t('lead.event.answer', {
      criterion: t(`call.criterion.${criterion as 'budget'}`, criterion ?? ''),
      answer: grade ? t(`call.grade.${grade as 'will_buy'}`, grade) : t(`call.state.${state ?? 'unknown'}`),
    }),
    more: [],
    quote: text,
  }),
  stage: (item, t) => ({
    what: t('lead.stageMoved', { from: stage(item.from, t), to: stage(item.to, t) }),
    more: [
      reasonOf(item, t),
      item.before !== null && t('lead.event.passed', { name: item.before, reason: item.after ?? '' }),
    ],
    quote: item.text,
  }),
  promise: (item, t, format) => ({
    what:
      item.reason === null || item.reason === 'call'
        ? t('lead.event.promise', { when: due(item, format) })
        : t('lead.event.step', {
            kind: t(`call.kind.${item.reason as 'meeting'}`),
            when: due(item, format),
          }),
    more: [item.text],
    quote: null,
  }),
  owner: ({ text }, t) => ({
    what: text === null ? t('lead.event.ownerNone') : t('lead.event.owner', { name: text }),
    more: [],
    quote: null,
  }),
  score: ({ reason, text, after, dueAt }, t, format) => {
    const score = t(`lead.event.scores.${reason as 'fit'}`)
    const points = after === null ? '' : format.number(Number(after) / 100)
    return {
      what: t(after === null ? 'lead.event.scoreFreed' : 'lead.event.scoreSet', { score, points }),
      more: [after !== null && dueAt !== null && t('lead.event.until', { day: format.day(dueAt) })],
      quote: text,
    }
  },
  skip: (item, t, format) => ({
    what: item.undone ? t('lead.event.unskip') : t('lead.event.skip', { when: due(item, format) }),
    more: [!item.undone && t(`skip.reason.${item.reason as 'other'}`)],
    quote: null,
  }),
  suppression: ({ undone, reason, text }, t) => ({
    what: t(undone ? 'lead.event.lifted' : 'lead.event.suppression', {
      scope: t(`lead.scope.${reason as 'person'}`),
    }),
    more: [text && t(`lead.event.wish.${text as 'confirmed'}`)],
    quote: null,
  }),
  edit: ({ field, before, after, text, reason }, t) => ({
    what: `${reason === 'job' && field === 'company' ? t('lead.event.job') : editedField(field, text, t)}: ${before ?? t('lead.event.blank')} → ${after ?? t('lead.event.blank')}`,
    more: [],
    quote: null,
  }),
  merge: ({ undone, text }, t) => ({
    what: t(undone ? 'lead.event.unmerged' : 'lead.event.merged', { name: text ?? '' }),
    more: [],
    quote: null,
  }),
  opportunity: ({ text }, t) => ({ what: t('lead.event.opportunity'), more: [], quote: text }),
  import: ({ reason, text, changes }, t) => ({
    what:
      reason === 'referral' || reason === 'alternative' || reason === 'calls'
        ? t(`lead.event.${reason}`, { text: text ?? '' })
        : changes.length > 0
          ? t('lead.event.importChanged', {
              name: text ?? '',
              changes: changes.map((change) => changed(change, t)).join('; '),
            })
          : [t('lead.event.import'), text].filter(Boolean).join(' '),
    more: [],
    quote: null,
  }),
  export: ({ text }, t) => ({ what: t('lead.event.export', { text: text ?? '' }), more: [], quote: null }),
}

const changed = ({ field, header, before, after }: StoryItem['changes'][number], t: TFunction) => {
  const name = field === null ? (header ?? '') : t(`import.field.${field}`)
  const said = (text: string) => (field === 'basis' ? basisWords(text, t) : text)
  const was = before === null ? t('lead.event.blank') : said(before)
  return after === SAID ? name : `${name}: ${was} → ${said(after)}`
}

/** A column of the file goes by its own name, a number by its digits. */
function editedField(field: string | null, of: string | null, t: TFunction): string {
  if (field === 'extra') return of ?? ''
  const name = t(`lead.field.${field as 'name'}`, t('lead.event.setByHand'))
  return field?.startsWith('phone') && of ? `${name} ${of}` : name
}

export function useStoryWords(): (item: StoryItem) => Told {
  const { t } = useTranslation()
  const format = useFormat()
  return (item) => WORDS[item.kind](item, t, format)
}
