import { backups } from './en/backups.ts'
import { agenda } from './en/agenda.ts'
import { call } from './en/call.ts'
import { calling } from './en/calling.ts'
import { catalogue } from './en/catalogue.ts'
import { common } from './en/common.ts'
import { config } from './en/config.ts'
import { day } from './en/day.ts'
import { definition } from './en/definition.ts'
import { erase } from './en/erase.ts'
import { errors } from './en/errors.ts'
import { retention } from './en/retention.ts'
import { exits } from './en/exits.ts'
import { exporting } from './en/export.ts'
import { frame } from './en/frame.ts'
import { hours } from './en/hours.ts'
import { importing } from './en/import.ts'
import { keys } from './en/keys.ts'
import { lead } from './en/lead.ts'
import { leads } from './en/leads.ts'
import { metrics } from './en/metrics.ts'
import { reasons } from './en/reasons.ts'
import { outcomes } from './en/outcomes.ts'
import { people } from './en/people.ts'
import { queue } from './en/queue.ts'
import { scoring } from './en/scoring.ts'
import { script } from './en/script.ts'
import { review } from './en/review.ts'
import { company } from './en/company.ts'
import { settings } from './en/settings.ts'
import { skip } from './en/skip.ts'
import { territory } from './en/territory.ts'

/** Every word of the screens, a file for each noun. */
export const en = {
  common,
  frame,
  hours,
  errors,
  keys,
  people,
  queue,
  call,
  calling,
  agenda,
  import: importing,
  leads,
  lead,
  erase,
  retention,
  metrics,
  day,
  export: exporting,
  exits,
  script,
  config,
  definition,
  outcomes,
  catalogue,
  reasons,
  review,
  company,
  scoring,
  settings,
  skip,
  backups,
  territory,
} as const
