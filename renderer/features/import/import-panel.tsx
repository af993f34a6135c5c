import { useEffect } from 'react'
import { useStore } from 'zustand'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { CheckStep } from './check-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { DoneStep } from './done-step.tsx'
import { FileStep } from './file-step.tsx'
import { importStore, type Step } from './import-store.ts'
import { Pick } from './pick.tsx'
import { RunStep } from './run-step.tsx'
import type { StepProps } from './step.ts'

type Props = { call: Call; host: Bridge; state: Output<'app.state'> }

const SCREENS: Readonly<Record<Step, (props: StepProps) => React.ReactNode>> = {
  file: FileStep,
  columns: ColumnsStep,
  check: CheckStep,
  run: RunStep,
  done: DoneStep,
}

/** One screen a step; nothing is written before the last button, which says the number. */
export function ImportPanel({ call, host, state }: Props) {
  const store = useStore(importStore(call, host))
  const { step, inspected, draft, loadLog } = store
  useEffect(() => {
    if (step !== null) return
    void loadLog()
    // Whatever ends meanwhile, begun here or before the page was loaded.
    return host.onEvent((event) => {
      if (event.kind === 'changed' && event.topics.includes('imports')) void loadLog()
    })
  }, [host, step, loadLog])

  if (step === null || !inspected || !draft) return <Pick {...{ call, host, store, state }} />
  const Screen = SCREENS[step]
  // A new step starts at its top.
  return <Screen key={step} {...{ call, host, state, store, inspected, draft }} />
}
