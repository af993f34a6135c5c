export const LIKENESSES = [
  'name',
  'phone',
  'email',
  'local_part',
  'company',
  'domain',
  'postal_code',
  'city',
  'kept',
] as const
export type Likeness = (typeof LIKENESSES)[number]
export const HOWS = ['same', 'near', 'other'] as const

/** A line of the receipt: what is compared, how alike it is, and what that is worth. `header` names a kept column. */
export type AlikeLine = {
  of: Likeness
  how: (typeof HOWS)[number]
  points: number
  a: string
  b: string
  header: string | null
}
export type Alike = { points: number; lines: AlikeLine[] }

/** How many people have a key of `meetingKeys`; what many share tells nobody apart. */
export type SharedBy = (key: string) => number
/** From here on a value is one of many people. */
export const MANY = 4
/** What a value of many people is still worth. */
export const COMMON = 0.25
/** What is the same but for a slip is worth. */
export const NEARLY = 0.75

export const line = (
  of: Likeness,
  how: AlikeLine['how'],
  points: number,
  a: string,
  b: string,
  header: string | null = null,
): AlikeLine => ({ of, how, points, a, b, header })
