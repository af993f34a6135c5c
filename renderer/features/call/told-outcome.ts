import type { TFunction } from 'i18next'

/** Which outcome it was: whoever left a message wants to see that it was that key. */
export function toldOutcome(
  { outcome: code, leftMessage = false }: { outcome: string; leftMessage?: boolean },
  t: TFunction,
): string {
  const outcome = t(`call.outcome.${code as 'busy'}`)
  return leftMessage ? t('call.said.leftMessage', { outcome }) : outcome
}
