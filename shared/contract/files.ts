/** Bytes of a file that is handed in: 2 GiB. */
export const LARGEST_FILE = 2 * 1024 ** 3

export const TOO_LARGE = 'The file is larger than 2 GB. Split it and import the parts.'
