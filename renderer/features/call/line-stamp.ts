/** Whether what is put in place of `from` to `to` begins a line of its own. */
const beginsLine = (text: string, from: number, to: number): boolean =>
  (from === 0 || text[from - 1] === '\n') && (to === text.length || text[to] === '\n')

/**
 * Puts the time before the first letter of a line. By the browser's own command, so that its undo takes back both; what
 * is pasted or composed stands as it came.
 */
export function stampLine(event: InputEvent, time: () => string): void {
  const { target, data, inputType } = event
  if (!(target instanceof HTMLTextAreaElement) || inputType !== 'insertText' || event.isComposing) return
  if (!data?.trim() || !beginsLine(target.value, target.selectionStart, target.selectionEnd)) return
  const stamped = `${time()} ${data}`
  if (target.maxLength > 0 && target.value.length + stamped.length > target.maxLength) return
  // Old, and still the only way to write into a field that its undo knows of.
  if (document.execCommand?.('insertText', false, stamped)) event.preventDefault()
}
