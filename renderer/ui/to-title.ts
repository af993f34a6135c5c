/** To the name of the screen, or of who is on the desk: where the keyboard goes when what it was on is gone. */
export const toTitle = (): void =>
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
