import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

import { formatOf } from './format.ts'
import { LAW_EVIDENCE } from './law-evidence.ts'

/** The shape of the contract's `condition`. */
type RuleSeen = { rule: string; evidence: string | null }

/** One condition of "may I call?" in words; what the rule saw goes into them. */
export function useRuleWords(): (seen: RuleSeen, isShort?: boolean) => string {
  const { t, i18n } = useTranslation()
  const { locale } = useLocale()
  return useCallback(
    ({ rule, evidence }, isShort = false) => {
      const seen =
        evidence === null ? '' : ((EVIDENCE[rule] ?? LAW_EVIDENCE[rule])?.(evidence, t, locale) ?? evidence)
      const key = `queue.rule.${rule}`
      // A rule whose evidence is not always there has a phrase for each.
      const full = evidence !== null && i18n.exists(`${key}_seen`) ? `${key}_seen` : key
      const words = isShort && i18n.exists(`${full}_short`) ? `${full}_short` : full
      if (i18n.exists(words)) return t(words as 'queue.rule.ok', { evidence: seen })
      return [rule.replaceAll(/[-_]/g, ' '), seen].filter(Boolean).join(' ')
    },
    [t, i18n, locale],
  )
}

/** Evidence that is a code is read out in the reader's language. */
const EVIDENCE: Readonly<Record<string, (code: string, t: TFunction, locale: string) => string>> = {
  no_rules: (code, _, locale) => countryOf(code, locale),
  zone_unknown: (code, _, locale) => countryOf(code, locale),
  other_promise: (code, t, locale) => {
    const gap = code.indexOf(' ')
    const when = formatOf(locale).moment(Date.parse(code.slice(0, gap)))
    return t('queue.promisedOn', { when, list: code.slice(gap + 1) })
  },
  snoozed: (code, t) => t(`skip.reason.${code}` as 'skip.reason.other', { defaultValue: code }),
  territory: (fields, t, locale) =>
    new Intl.ListFormat(locale).format(
      fields
        .split(',')
        .map((field) => t(`territory.by.${field}` as 'territory.by.lists', { defaultValue: field })),
    ),
  stage: (code, t) => t(`common.stage.${code}` as 'common.stage.lead', { defaultValue: code }),
}

const countryOf = (code: string, locale: string): string =>
  /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code) : code
