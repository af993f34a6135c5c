import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { DatedVersions } from '../dated-versions.tsx'
import { changesOf, type Changed, type Version } from './entry.ts'
import { useOutcomeWords } from './use-outcome-words.ts'

type Props = { call: Call; got: Output<'outcome.get'>; mayChange: boolean; onSaved: () => void }

/** Every version of the outcomes. */
export function OutcomeVersions({ call, got: { versions, inForce }, mayChange, onSaved }: Props) {
  const { t } = useTranslation()
  // Each is named as the newest version that has it does.
  const words = useOutcomeWords(versions.flatMap(({ outcomes }) => outcomes))
  const said = ({ code, what }: Changed) =>
    typeof what === 'string'
      ? t(`outcomes.${what}`, { outcome: words.name(code) })
      : t('outcomes.changed', {
          outcome: words.name(code),
          what: what.map((field) => t(`outcomes.field.${field}`)).join(', '),
        })
  const restore = async ({ version }: Version) => {
    const reply = await call('outcome.restore', { version, from: null })
    return reply.kind === 'refused' ? reply.reasons.map(words.refusal) : reply.version
  }
  return (
    <DatedVersions
      versions={versions}
      inForce={inForce}
      mayChange={mayChange}
      changesOf={(before, version) =>
        changesOf(before.outcomes, version.outcomes).map((change) => ({
          key: change.code,
          text: said(change),
        }))
      }
      restore={restore}
      onSaved={onSaved}
    />
  )
}
