/** What an undo took back, each a part of one sentence. */
export const callUndo = {
  slip: {
    title: 'Undo a do-not-call',
    note: 'Only when it was a slip and nobody asked for it. What you write is kept with the fact.',
    why: 'Why it was a slip',
    example: 'Wrong key',
  },
  back: {
    person: 'they may be called again',
    number: 'that number may be called again',
    company: 'the company may be called again',
    stage: 'stage {{to}} again, no longer {{from}}',
    gone: {
      promise: 'the promise for {{when}} is gone',
      followUp: 'the next call on {{when}} is gone',
      step: '{{kind}} on {{when}} is gone',
    },
    again: {
      promise: 'the promise for {{when}} stands again',
      followUp: 'the next call on {{when}} stands again',
      step: '{{kind}} on {{when}} stands again',
    },
    counters: 'dials {{dials}}, attempts {{attempts}} again',
    owner: '{{name}}’s lead again',
    nobodys: 'nobody’s lead again',
    alternativeGone: 'the lead on {{list}} is gone',
    alternativeStays: 'their lead on {{list}} stays: somebody worked on it',
    referralGone: 'the lead for {{name}} is gone',
    referralStays: 'the lead for {{name}} stays',
    dialable: '{{number}} can be dialled again',
    note: 'the note is back',
  },
} as const
