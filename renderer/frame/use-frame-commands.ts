import { useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'

import type { Call } from '#shared/contract/api'
import { commandsOf, type CommandId } from '#shared/domain/command'
import { keymapOf } from '#shared/domain/keymap'
import type { AppState } from '#renderer/app-store'
import { useOffers } from '#renderer/ui/commands'
import type { Goal } from './palette-items.ts'
import { SECTIONS } from './sections.ts'
import { useFrameKeys } from './use-frame-keys.ts'

const VISIT = /^\/(leads|companies)\/([0-9a-f-]{36})$/
type Over = 'palette' | 'keys' | null

/** What the frame itself can do: find anything, show the keys, go to a screen; by key, by palette, by button. */
export function useFrameCommands(call: Call, { settings, outcomes }: AppState) {
  const [over, setOver] = useState<Over>(null)
  const [location, go] = useLocation()
  const commands = useMemo(() => commandsOf(outcomes), [outcomes])
  const keymap = useMemo(() => keymapOf(settings.keys, commands), [settings.keys, commands])

  // Whoever was looked at, however one came there, is among the recent ones.
  useEffect(() => {
    const [, place = '', id] = VISIT.exec(location) ?? []
    if (id) void call('find.open', { kind: place === 'leads' ? 'lead' : 'company', id }).catch(() => {})
  }, [call, location])

  const run = (id: CommandId) => {
    if (id === 'find') return setOver('palette')
    if (id === 'help') return setOver('keys')
    const section = SECTIONS.find((each) => `go.${each.id}` === id)
    if (section) go(section.path)
  }
  useFrameKeys(keymap, settings.singleKeys, run)
  // The desk asks for its keys by this; the palette has a line of its own for each.
  useOffers(() => [{ id: 'help', name: '', run: () => run('help') }])

  const onGoal = (goal: Goal) => {
    if ('go' in goal) go(goal.go)
    else if ('list' in goal) void call('settings.save', { listId: goal.list }).then(() => go('/queue'))
    else if ('set' in goal) void call('settings.save', goal.set)
    else if ('sit' in goal) void call('people.sit', { repId: goal.sit })
    else afterFocus(goal.run)
  }
  return { over, setOver, commands, keymap, onGoal, toKeys: () => go('/settings/keys') }
}

/** A closing dialog puts the focus back in the next frame; what the deed focuses comes after. */
const afterFocus = (run: () => void) => requestAnimationFrame(() => requestAnimationFrame(run))
