/** What to say: script and objections; a part of `call`. */
export const callScript = {
  script: 'Opener',
  scriptEdit: 'Edit',
  part: { branches: 'If they say', closes: 'To close', source: 'Where from?' },
  partNone: 'Nothing is written here yet.',
  openingSaid: 'Opening line said',
  nextBest: 'Next best question',
  worth: 'worth up to {{points}} points',
  objection: {
    find: 'What did they say?',
    all: 'Objections',
    none: 'Nothing like it in the library. Write it in the notes.',
    logged: 'Noted: {{label}}',
    raised: 'Objected: {{what}}',
    takeBack: 'Take back',
  },
  clock: {
    set: 'clock changed',
    setWhy:
      'The clock of this machine was changed in this call. The time is counted without it and is right.',
    restarted: 'time unsure',
    restartedWhy: 'This machine was restarted in this call: the time comes from its clock alone.',
  },
  numberCopied: '{{number}} is copied. Dial it on your phone; Enter when they answer.',
  numberQr: 'Point your mobile at the code: {{number}}. Enter when they answer.',
  copyNumber: 'Copy the number',
} as const
