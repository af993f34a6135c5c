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

/** As it travels: on most ways an error itself would lose all but its message. */
export const toApiError = ({ code, message, reason }: AppError): ApiError => ({
  code,
  message,
  ...(reason ? { reason } : {}),
})

export const toAppError = ({ code, message, reason }: ApiError): AppError =>
  new AppError(code, message, reason)

/** What a bug says to the person at the screen; whoever says it writes the bug itself to the log. */
export const INTERNAL: ApiError = {
  code: 'internal',
  message: 'Something went wrong. The log has the details.',
}
