/** What the engine may announce to every open window, over IPC or the HTTP event stream alike. */
export const TOPICS = [
  'people',
  'lists',
  'leads',
  'queue',
  'calls',
  'rules',
  'exports',
  'imports',
  'review',
] as const
export type Topic = (typeof TOPICS)[number]

const JOB_KINDS = [
  'import',
  'history',
  'rescore',
  'territories',
  'export',
  'backup',
  'batch',
  'screening',
  'retention',
] as const

/** Long work. `done` and `total` are in the job's own unit (rows, bytes, leads); `total` 0 means not known yet. */
export type Job = {
  id: string
  kind: (typeof JOB_KINDS)[number]
  label: string
  state: 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number
  startedAt: number
  message?: string
}

/** `reopened`: nobody listened for a while, or the engine began anew; what it held for a window must be asked for again. */
export type AppEvent =
  { kind: 'changed'; topics: readonly Topic[] } | { kind: 'job'; job: Job } | { kind: 'reopened' }
