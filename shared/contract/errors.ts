export const ERROR_CODES = [
  'invalid-input',
  'not-found',
  'not-allowed',
  'unknown-method',
  'conflict',
  'unreadable-file',
  'newer-file',
  'in-use',
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** `message` is one plain English sentence; `reason` is a key the screen words in the reader's language. */
export type ApiError = { code: ErrorCode; message: string; reason?: string }

/** The one error class that is meant for the person at the screen. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly reason: string | undefined

  constructor(code: ErrorCode, message: string, reason?: string) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.reason = reason
  }
}
