/** Whether the system shows notices of ours: `default` = nobody was asked yet. */
export const noticePermission = (): NotificationPermission =>
  'Notification' in globalThis ? Notification.permission : 'denied'

/** Must follow a press: browsers ask for nothing else. */
export const askForNotices = async (): Promise<NotificationPermission> =>
  'Notification' in globalThis ? Notification.requestPermission() : 'denied'

const shown = new Map<string, Notification>()

/** A notice of the system, one for each `tag`; a press brings the window back and does `onPress`. */
export function showNotice(tag: string, title: string, body: string, onPress: () => void): void {
  if (noticePermission() !== 'granted') return
  const notice = new Notification(title, { body, tag, silent: true })
  shown.set(tag, notice)
  notice.addEventListener('click', () => {
    window.focus()
    notice.close()
    onPress()
  })
}

/** Takes away the notices of what is not to be told any more: a call that was held leaves no ghost behind. */
export function keepNotices(tags: ReadonlySet<string>): void {
  for (const [tag, notice] of shown) {
    if (tags.has(tag)) continue
    notice.close()
    shown.delete(tag)
  }
}

/** The number of those that wait, on the window's title and, where the system has one, on the app's icon. */
export function showCount(title: string, count: number): void {
  document.title = count > 0 ? `(${count}) ${title}` : title
  // Not every system has icons that count.
  if ('setAppBadge' in navigator) void navigator.setAppBadge(count).catch(() => {})
}

/** Two short tones. */
export function chime(): void {
  if (!('AudioContext' in globalThis)) return
  const audio = new AudioContext()
  const volume = audio.createGain()
  volume.gain.value = 0.06
  volume.connect(audio.destination)
  for (const [at, pitch] of [
    [0, 660],
    [0.16, 880],
  ] as const) {
    const tone = audio.createOscillator()
    tone.frequency.value = pitch
    tone.connect(volume)
    tone.start(audio.currentTime + at)
    tone.stop(audio.currentTime + at + 0.12)
    if (at > 0) tone.addEventListener('ended', () => void audio.close())
  }
}
