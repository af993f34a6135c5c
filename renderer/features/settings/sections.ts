/** The parts of Settings, in order, at `/settings/<part>`. */
export const PARTS = [
  'desk',
  'phone',
  'day',
  'people',
  'keys',
  'lists',
  'rules',
  'qualification',
  'calling',
  'about',
] as const
export type Part = (typeof PARTS)[number]

/** Every setting by the word it is found by: the palette and the search of Settings read this. */
export const SETTINGS = [
  { word: 'language', part: 'desk' },
  { word: 'formats', part: 'desk' },
  { word: 'theme', part: 'desk' },
  { word: 'density', part: 'desk' },
  { word: 'dial', part: 'phone' },
  { word: 'line', part: 'phone' },
  { word: 'goals', part: 'day' },
  { word: 'reminders', part: 'day' },
  { word: 'keys', part: 'keys' },
  { word: 'singleKeys', part: 'keys' },
  { word: 'people', part: 'people' },
  { word: 'lists', part: 'lists' },
  { word: 'scoring', part: 'rules' },
  { word: 'signals', part: 'rules' },
  { word: 'bant', part: 'qualification' },
  { word: 'calling', part: 'calling' },
  { word: 'registers', part: 'calling' },
  { word: 'holidays', part: 'calling' },
  { word: 'about', part: 'about' },
  { word: 'data', part: 'about' },
] as const satisfies readonly { word: string; part: Part }[]
