import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { STATE_NAMES } from '#shared/domain/policy/us-states'
import { REGIONS } from '#shared/domain/region'
import { countriesIn } from '#renderer/ui/country-select'
import { useFormat } from '#renderer/ui/format'
import type { Option } from '#renderer/ui/select'

type Known = Output<'territories.known'>
const NONE: Known = { provinces: [], industries: [] }

/** What can be picked for each field, by its name in the reader's language. */
export function useOffered(call: Call, lists: Output<'app.state'>['lists']) {
  const { locale } = useFormat()
  const { t } = useTranslation()
  const [known, set] = useState(NONE)
  useEffect(() => {
    let isGone = false
    // Without them, what is typed is taken as it stands.
    call('territories.known', {}).then(
      (found) => !isGone && set(found),
      () => {},
    )
    return () => void (isGone = true)
  }, [call])
  return useMemo(() => {
    const countries = countriesIn(locale)
    const byName = (a: Option, b: Option) => a.name.localeCompare(b.name, locale)
    const countryOf = (code: string) => countries.find(({ id }) => id === code.slice(0, 2))?.name
    const named = REGIONS.map((id) => ({
      id,
      name: t(`territory.region.${id as 'ES-AN'}`),
      note: countryOf(id),
    }))
    const states = Object.entries(STATE_NAMES).map(([code, name]) => ({
      id: `US-${code}`,
      name,
      note: countryOf('US'),
    }))
    const words = (all: readonly string[]) => all.map((name) => ({ id: name, name })).toSorted(byName)
    return {
      lists: lists.map(({ id, name }) => ({ id, name })),
      countries,
      regions: [...named, ...states].toSorted(byName),
      provinces: words(known.provinces),
      industries: words(known.industries),
    }
  }, [locale, t, lists, known])
}
