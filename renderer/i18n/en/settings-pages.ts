/** The pages of Settings and their groups. */
export const pages = {
  desk: 'Look and language',
  phone: 'Phone',
  day: 'Day and reminders',
  keys: 'Keys',
  people: 'People',
  hours: 'Working hours',
  goals: 'Goals',
  lists: 'Lists',
  territories: 'Territories',
  rules: 'Fit and behaviour',
  qualification: 'Qualification',
  outcomes: 'Outcomes',
  reasons: 'Reasons for leaving',
  calling: 'Rules by country',
  registers: 'Registers',
  holidays: 'Public holidays',
  retention: 'How long people are kept',
  erasing: 'Erasing people',
  configuration: 'Configuration',
  backups: 'Backups',
  about: 'About',
} as const

export const groups = {
  mine: 'My desk',
  team: 'Team',
  judgement: 'Judgement',
  compliance: 'Compliance',
  data: 'Data',
} as const
