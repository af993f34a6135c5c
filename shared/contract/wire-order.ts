/** The header over loopback HTTP that says which of a window's requests this is: "window number", counted from 1. */
export const ORDER = 'x-callwright-order'
