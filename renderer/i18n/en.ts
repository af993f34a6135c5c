import { call } from './en/call.ts'
import { common } from './en/common.ts'
import { errors } from './en/errors.ts'
import { frame } from './en/frame.ts'
import { people } from './en/people.ts'
import { queue } from './en/queue.ts'

/** Every word of the screens, a file for each noun. */
export const en = { common, frame, errors, people, queue, call } as const
