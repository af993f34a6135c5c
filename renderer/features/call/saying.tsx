import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Card } from '#shared/contract/card'
import { merge, type Fields } from '#shared/domain/script'
import { Button } from '#renderer/ui/button'
import { Skeleton } from '#renderer/ui/skeleton'
import { useLanguage } from '#renderer/ui/use-language'
import type { CallStore } from './call-store.ts'
import styles from './script.module.css'

type SayingProps = { store: CallStore; card: Card; repName: string }

/** The words themselves. */
export function Saying({ store, card, repName }: SayingProps) {
  const say = useStore(store, (state) => state.say)
  const names = [card.person.givenName, repName.split(' ')[0]]
  if (say?.kind === 'objection') return <Answer {...{ store, card, ...say }} />
  if (say === null || say.part === 'source') {
    const { opener, numberFrom } = card.script
    return <p lang={card.language}>{marked(say === null ? opener : numberFrom, names)}</p>
  }
  return <Lines {...{ store, card, repName }} part={say.part} />
}

/** What we answer to what they just said; one press takes a slip back. */
function Answer({ store, card, code, id }: Omit<SayingProps, 'repName'> & { code: string; id: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const one = useStore(store, (state) => state.library?.find((each) => each.code === code))
  if (!one) return null
  return (
    <div className={styles.answered}>
      <small>
        {t('call.objection.logged', { label: one.label[language] })}{' '}
        <Button look="link" onPress={() => void store.getState().takeBack(id, code)}>
          {t('call.objection.takeBack')}
        </Button>
      </small>
      <p lang={card.language}>{one.answer[card.language]}</p>
    </div>
  )
}

/** Branches or closes: when they say this, we say that. */
function Lines({ store, card, repName, part }: SayingProps & { part: 'branches' | 'closes' }) {
  const { t } = useTranslation()
  const scripts = useStore(store, (state) => state.scripts)
  if (!scripts) return <Skeleton rows={2} label={t('common.loading')} />
  const fields = fieldsOf(card, repName)
  const { questions, [part]: lines } = scripts[card.language]
  if (lines.length === 0) return <p className={styles.none}>{t('call.partNone')}</p>
  return (
    <dl className={styles.lines} lang={card.language}>
      {lines.map((line, at) => {
        const next = 'next' in line ? line.next : null
        return (
          <div key={at}>
            <dt>{line.when}</dt>
            <dd>{[merge(line.say, fields), next && questions[next]].filter(Boolean).join(' ')}</dd>
          </div>
        )
      })}
    </dl>
  )
}

const fieldsOf = ({ person, company, source }: Card, repName: string): Fields => ({
  first: person.givenName,
  name: person.name,
  rep: repName.split(' ')[0] ?? null,
  company: company?.name ?? null,
  city: person.city,
  source,
})

/** The names that were filled in stand out, so that nobody reads past them. */
function marked(text: string, names: readonly (string | null | undefined)[]) {
  const wanted = new Set(names.flatMap((name) => name?.split(' ') ?? []))
  // Every second part is a word.
  return text.split(WORDS).map((part, at) => (wanted.has(part) ? <em key={at}>{part}</em> : part))
}

const WORDS = /(\p{L}+)/u
