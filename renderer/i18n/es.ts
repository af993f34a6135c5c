import { backups } from './es/backups.ts'
import { agenda } from './es/agenda.ts'
import { call } from './es/call.ts'
import { calling } from './es/calling.ts'
import { catalogue } from './es/catalogue.ts'
import { common } from './es/common.ts'
import { config } from './es/config.ts'
import { day } from './es/day.ts'
import { definition } from './es/definition.ts'
import { erase } from './es/erase.ts'
import { errors } from './es/errors.ts'
import { retention } from './es/retention.ts'
import { exits } from './es/exits.ts'
import { exporting } from './es/export.ts'
import { frame } from './es/frame.ts'
import { hours } from './es/hours.ts'
import { importing } from './es/import.ts'
import { keys } from './es/keys.ts'
import { lead } from './es/lead.ts'
import { leads } from './es/leads.ts'
import { metrics } from './es/metrics.ts'
import { reasons } from './es/reasons.ts'
import { outcomes } from './es/outcomes.ts'
import { people } from './es/people.ts'
import { queue } from './es/queue.ts'
import { scoring } from './es/scoring.ts'
import { script } from './es/script.ts'
import { review } from './es/review.ts'
import { company } from './es/company.ts'
import { settings } from './es/settings.ts'
import { skip } from './es/skip.ts'
import { territory } from './es/territory.ts'

/** Every word of the screens, a file for each noun. */
export const es = {
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
