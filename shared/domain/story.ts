/** What can happen to a lead, as its page tells it. */
export const STORY_KINDS = [
  'call',
  'answer',
  'stage',
  'promise',
  'owner',
  'skip',
  'suppression',
  'score',
  'edit',
  'merge',
  'opportunity',
  'import',
  'export',
] as const
export type StoryKind = (typeof STORY_KINDS)[number]
