import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** A number as people read it, with its country: `+34 600 11 12 22`. What is no number is shown as it stands. */
export const showPhone = (e164: string): string =>
  parsePhoneNumberFromString(e164)?.formatInternational() ?? e164
