declare global {
  interface Window {
    bench: {
      /** Milliseconds from an input to the frame that shows what came of it. */
      times: number[]
      longTasks: number[]
      /** Epoch milliseconds of the frame with the first card. */
      firstCardAt: number | null
      /** Text of an option that is waited for. */
      wanted: string
    }
  }
}

/** Runs in the page before anything else: what is measured is measured there, by the events' own time stamps. */
export function watch(): void {
  const bench: Window['bench'] = { times: [], longTasks: [], firstCardAt: null, wanted: '' }
  window.bench = bench
  // The task after the frame: what was drawn in it is on the screen.
  const afterFrame = (work: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', work, { once: true })
      port1.start()
      port2.postMessage(null)
    })
  const took = (since: number) => afterFrame(() => bench.times.push(performance.now() - since))

  let typedAt = 0
  window.addEventListener(
    'beforeinput',
    (event) => {
      typedAt = event.timeStamp
      if (event.target instanceof HTMLTextAreaElement) took(typedAt)
    },
    true,
  )
  new MutationObserver(() => {
    if (bench.firstCardAt === null && document.querySelector('main h1')) {
      bench.firstCardAt = 0
      afterFrame(() => (bench.firstCardAt = performance.timeOrigin + performance.now()))
    }
    const options = bench.wanted ? [...document.querySelectorAll('[role=option]')] : []
    if (!options.some((option) => option.textContent?.includes(bench.wanted))) return
    bench.wanted = ''
    took(typedAt)
  }).observe(document, { subtree: true, childList: true, characterData: true })
  new PerformanceObserver((list) =>
    bench.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({ type: 'longtask' })
}
