/** To choose from; each has hundredths. */
export const CURRENCIES = ['EUR', 'GBP', 'USD', 'CHF', 'MXN', 'BRL'] as const
/** Minor units of one, in every currency offered. */
export const MINOR = 100
