/** Minor units as a plain decimal number, `20000.50`; as many decimals as the currency (ISO 4217) has. */
export function majorUnits(minor: number, currency: string | null): string {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const sign = minor < 0 ? '-' : ''
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`
}

/** Minor units of one: 100 for most, 1 for a currency without hundredths. */
export const perMajor = (currency: string | null): number => 10 ** decimalsOf(currency)

function decimalsOf(currency: string | null): number {
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return 2
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  )
}
