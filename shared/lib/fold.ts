/** Text as it is compared: no case, no accents, single spaces. What is stored and shown stays as it came. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
