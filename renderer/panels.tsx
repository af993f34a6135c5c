import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import type { AppState } from './app-store.ts'
import type { Section } from './frame/sections.ts'
import { later } from './ui/later.tsx'
import { Skeleton } from './ui/skeleton.tsx'

/** What every screen is handed; more it must ask the engine for. */
export type PanelProps = { call: Call; host: Bridge; state: AppState }
type Panel = ComponentType<PanelProps>

function Coming() {
  const { t } = useTranslation()
  return <Skeleton rows={6} label={t('common.loading')} />
}
/** A screen's code comes when it is first opened. */
const screen = (load: () => Promise<Panel>): Panel => later(load, Coming)

export const PANELS: Readonly<Record<Exclude<Section, 'queue'>, Panel>> = {
  day: screen(async () => (await import('./features/day/day-panel.tsx')).DayPanel),
  agenda: screen(async () => (await import('./features/agenda/agenda-panel.tsx')).AgendaPanel),
  leads: screen(async () => (await import('./features/leads/leads-panel.tsx')).LeadsPanel),
  import: screen(async () => (await import('./features/import/import-panel.tsx')).ImportPanel),
  numbers: screen(async () => (await import('./features/metrics/metrics-panel.tsx')).MetricsPanel),
  export: screen(async () => (await import('./features/export/export-panel.tsx')).ExportPanel),
  settings: screen(async () => (await import('./features/settings/settings-panel.tsx')).SettingsPanel),
}

/** Who looks alike, at `/review`, and one company, at `/companies/:companyId`. */
export const REVIEW_PAGE = screen(
  async () => (await import('./features/review/review-panel.tsx')).ReviewPanel,
)
export const COMPANY_PAGE = screen(
  async () => (await import('./features/company/company-panel.tsx')).CompanyPanel,
)

/** Why leads left, at `/exits`. */
export const EXITS_PAGE = screen(async () => (await import('./features/exits/exits-panel.tsx')).ExitsPanel)

/** One lead of the list, at `/leads/:leadId`. */
export const LEAD_PAGE = screen(async () => (await import('./features/lead/lead-panel.tsx')).LeadPanel)

/** Where a team lead writes what is said, at `/script/:listId`. */
export const SCRIPT_PAGE = screen(
  async () => (await import('./features/script/script-panel.tsx')).ScriptPanel,
)
