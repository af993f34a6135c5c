import { lazy, type ComponentType } from 'react'

import type { Call } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import type { AppState } from './app-store.ts'
import type { Section } from './frame/sections.ts'

/** What every screen is handed; more it must ask the engine for. */
export type PanelProps = { call: Call; host: Bridge; state: AppState }
type Panel = ComponentType<PanelProps>

const files = import.meta.glob<Record<string, Panel>>('./features/*/*-panel.tsx')

/** A screen's code comes when it is first opened. */
const open = (noun: string, name: string): Panel =>
  lazy(async () => {
    const load = files[`./features/${noun}/${noun}-panel.tsx`]
    const found = (await load?.())?.[name]
    if (!found) throw new Error(`No ${name}`)
    return { default: found }
  })

export const PANELS: Readonly<Record<Exclude<Section, 'queue'>, Panel>> = {
  leads: open('leads', 'LeadsPanel'),
  import: open('import', 'ImportPanel'),
  numbers: open('metrics', 'MetricsPanel'),
  export: open('export', 'ExportPanel'),
  settings: open('settings', 'SettingsPanel'),
}

/** One lead of the list, at `/leads/:leadId`. */
export const LEAD_PAGE = open('lead', 'LeadPanel')
