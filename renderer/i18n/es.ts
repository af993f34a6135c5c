import { call } from './es/call.ts'
import { common } from './es/common.ts'
import { errors } from './es/errors.ts'
import { frame } from './es/frame.ts'
import { people } from './es/people.ts'
import { queue } from './es/queue.ts'

/** Every word of the screens, a file for each noun. */
export const es = { common, frame, errors, people, queue, call } as const
