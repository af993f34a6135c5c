import { AppError } from '#shared/contract/errors'

const KEY = 'callwright.token'

/**
 * The token for loopback HTTP. The address that opened this window holds a one-time code in its fragment, which is
 * traded for the token and then cleared, so that neither history nor a copied address opens anything.
 * @throws AppError when there is neither a code nor a token kept from before a reload.
 */
export async function session(origin: string): Promise<string> {
  const code = location.hash.slice(1)
  if (code === '' || code.startsWith('/')) return kept()
  history.replaceState(null, '', '#/')
  const response = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  if (!response.ok) return kept()
  const { token } = (await response.json()) as { token: string }
  sessionStorage.setItem(KEY, token)
  return token
}

function kept(): string {
  const token = sessionStorage.getItem(KEY)
  if (token) return token
  throw new AppError('not-allowed', 'This address was used already. Start Callwright again.', 'address-used')
}
