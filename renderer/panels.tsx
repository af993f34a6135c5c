import { lazy, type ComponentType } from 'react'

import type { Call } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import type { AppState } from './app-store.ts'
import type { Section } from './frame/sections.ts'

/** What every screen is handed; more it must ask the engine for. */
export type PanelProps = { call: Call; host: Bridge; state: AppState }
type Panel = ComponentType<PanelProps>

/** A screen's code comes when it is first opened. */
const later = (load: () => Promise<Panel>): Panel => lazy(async () => ({ default: await load() }))

export const PANELS: Readonly<Record<Exclude<Section, 'queue'>, Panel>> = {
  day: later(async () => (await import('./features/day/day-panel.tsx')).DayPanel),
  agenda: later(async () => (await import('./features/agenda/agenda-panel.tsx')).AgendaPanel),
  leads: later(async () => (await import('./features/leads/leads-panel.tsx')).LeadsPanel),
  import: later(async () => (await import('./features/import/import-panel.tsx')).ImportPanel),
  numbers: later(async () => (await import('./features/metrics/metrics-panel.tsx')).MetricsPanel),
  export: later(async () => (await import('./features/export/export-panel.tsx')).ExportPanel),
  settings: later(async () => (await import('./features/settings/settings-panel.tsx')).SettingsPanel),
}

/** Who looks alike, at `/review`, and one company, at `/companies/:companyId`. */
export const REVIEW_PAGE = later(async () => (await import('./features/review/review-panel.tsx')).ReviewPanel)
export const COMPANY_PAGE = later(
  async () => (await import('./features/company/company-panel.tsx')).CompanyPanel,
)

/** One lead of the list, at `/leads/:leadId`. */
export const LEAD_PAGE = later(async () => (await import('./features/lead/lead-panel.tsx')).LeadPanel)

/** Where a team lead writes what is said, at `/script/:listId`. */
export const SCRIPT_PAGE = later(async () => (await import('./features/script/script-panel.tsx')).ScriptPanel)
