import { Interval } from '#renderer/ui/interval'
import { useRate, type Rate } from './use-rate.ts'

/** A rate with its interval on a line; nothing when it has none. */
export function RateLine({ rate, max }: { rate: Rate | null; max: number }) {
  const { label } = useRate()
  if (!rate?.interval) return null
  const { low, high } = rate.interval
  return <Interval value={rate.value} low={low} high={high} max={max} thin={rate.thin} label={label(rate)} />
}
