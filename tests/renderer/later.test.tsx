import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'

import { ErrorBoundary } from '#renderer/frame/error-boundary'
import { later } from '#renderer/ui/later'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const Meanwhile = () => <p>coming</p>
const Name = ({ name }: { name: string }) => <p>{name}</p>

it('stands in for a part until its code is here, and never again', async () => {
  const load = vi.fn<() => Promise<typeof Name>>(() => Promise.resolve(Name))
  const Part = later(load, Meanwhile)
  const { unmount } = render(<Part name="Ana" />)
  expect(screen.getByText('coming')).toBeDefined()
  await screen.findByText('Ana')
  unmount()
  render(<Part name="Bea" />)
  expect(screen.getByText('Bea')).toBeDefined()
  expect(load).toHaveBeenCalledTimes(1)
})

it('hands a failure to whoever is around it, and reads the code again the next time', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const load = vi
    .fn<() => Promise<typeof Name>>(() => Promise.resolve(Name))
    .mockRejectedValueOnce(new Error('gone'))
  const Part = later(load, Meanwhile)
  const around = (
    <ErrorBoundary title="broken" mend="again">
      <Part name="Ana" />
    </ErrorBoundary>
  )
  const { unmount } = render(around)
  await screen.findByText('broken')
  unmount()
  render(around)
  expect(await screen.findByText('Ana')).toBeDefined()
})
