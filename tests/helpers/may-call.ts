import type { Asked } from '#shared/domain/may-call'

/** Somebody whom nothing keeps from being called. */
export const FREE: Asked = {
  business: true,
  suppressed: [],
  wishUntil: null,
  erased: false,
  number: { status: 'ok', premium: false, possible: true },
  line: 'fixed',
  solicited: false,
  country: 'ES',
  hasRules: true,
  policy: { mobileLine: null, consent: null, screening: null, hours: null, overdue: null },
  basis: { holds: true, lack: null, until: null, consent: false },
  screened: null,
  screening: { kind: 'fresh', until: null },
  holidays: { year: 2026, known: 'known' },
  zones: ['Europe/Madrid'],
  window: { open: true, changesAt: 100 },
  caps: [],
  wait: null,
  other: null,
  lifted: false,
  closed: null,
  held: null,
}

export const LAW = { name: 'Some law, article 1', address: null }
