/** What a team calls its outcomes. */
export const outcomes = {
  title: 'Outcomes',
  note: 'Leave a name blank to keep ours. What an outcome means stays, so reports survive a new name.',
  inEnglish: '{{outcome}}, in English',
  inSpanish: '{{outcome}}, in Spanish',
  flag: {
    attempt: 'a dial',
    connected: 'somebody answered',
    person: 'with the person',
    interested: 'interested',
    closes: 'closes',
    invalidatesNumber: 'the number is no good',
  },
  noFlag: 'not an attempt',
  refused: {
    'label-missing': '{{outcome}}: write its name in both languages, or leave both blank.',
    'label-twice': '{{outcome}}: another outcome has that name.',
  },
  saved: 'Saved as version {{version}}. Every screen says the new names from now on.',
} as const
