import { CSP } from '#shared/contract/csp'

/** On every answer, whatever it holds. */
export const ALWAYS: Readonly<Record<string, string>> = {
  'content-security-policy': `${CSP}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
