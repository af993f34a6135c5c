import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { heading, showApp, showTwo, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

const notes = () => screen.getByRole('textbox', { name: 'Notes, saved as you type' })

describe('on the desk', () => {
  it('puts the next lead there and stands on the name', async () => {
    const { name } = await showTwo()
    await name('Ana Ruiz')
    expect(heading()).toHaveFocus()
  })

  it('shows the next lead from its name on, however far down the last one was read', async () => {
    const { name, press } = await showTwo()
    await name('Ana Ruiz')
    const around: HTMLElement[] = []
    for (let one = heading().parentElement; one; one = one.parentElement) around.push(one)
    const scrollers = around.filter(({ className }) => /call|desk/.test(className))
    expect(scrollers).toHaveLength(2)
    for (const one of scrollers) one.scrollTop = 600
    await press('1')
    await name('Luis Peña')
    expect(scrollers.map(({ scrollTop }) => scrollTop)).toEqual([0, 0])
  })

  it('a no-answer costs one key, and the next lead comes with it', async () => {
    const { app, name, press } = await showTwo()
    await name('Ana Ruiz')
    await press('1')
    await name('Luis Peña')
    expect(heading()).toHaveFocus()
    expect(app.rows('calls').map((row) => row['outcome'])).toEqual(['no_answer'])
    expect(screen.getByTestId('said')).toHaveTextContent('No answer saved for Ana Ruiz. Next: Luis Peña.')
  })

  it('says of a message that was left that it was left', async () => {
    const { app, name, press } = await showTwo()
    await name('Ana Ruiz')
    await press('{Shift>}3{/Shift}')
    await name('Luis Peña')
    expect(app.rows('calls')).toMatchObject([{ outcome: 'voicemail', left_message: 1 }])
    expect(screen.getByTestId('said')).toHaveTextContent('Voicemail (message left) saved for Ana Ruiz.')
    expect(screen.getByText(/Voicemail \(message left\) · Ana Ruiz/)).toBeInTheDocument()
  })

  it('Space dials once, Enter was answered, Esc hung up', async () => {
    const { app, name, press } = await showTwo()
    await name('Ana Ruiz')
    await press(' ')
    await screen.findByText('dialling')
    await press(' ')
    await press('{Enter}')
    await screen.findByText('talking')
    await press('{Escape}')
    await screen.findByText('wrap-up')
    expect(app.dialled).toEqual(['tel:+34600000001'])
  })

  it('a letter opens a row, a digit grades it, and the score follows', async () => {
    const { name, press } = await showTwo()
    await name('Ana Ruiz')
    await press('n')
    await press('1')
    const need = within(screen.getByRole('group', { name: 'Need' }))
    await waitFor(() =>
      expect(need.getByRole('button', { name: /Must have/ })).toHaveAttribute('aria-pressed', 'true'),
    )
    expect(screen.getByRole('img', { name: '25 now, 100 possible, 75 to qualify' })).toBeInTheDocument()
    await press('b')
    await press('9')
    await screen.findByRole('img', { name: '25 now, 75 possible, 75 to qualify' })
    await press('t')
    await press('8')
    const timeline = within(screen.getByRole('group', { name: 'Timeline' }))
    await waitFor(() =>
      expect(timeline.getByRole('button', { name: '8, Does not know' })).toHaveAttribute(
        'aria-pressed',
        'true',
      ),
    )
    // Once the row has its answer, digits are outcomes again.
    await press('6')
    expect(screen.getByRole('region', { name: 'Interested' })).toBeInTheDocument()
  })

  it('J and K go through the queue, and what was typed is there on the way back', async () => {
    const { name, press, user } = await showTwo()
    await name('Ana Ruiz')
    await user.type(notes(), 'quiere un caso')
    await press('{Escape}')
    expect(heading()).toHaveFocus()
    await press('j')
    await name('Luis Peña')
    expect(notes()).toHaveValue('')
    await press('k')
    await name('Ana Ruiz')
    expect(notes()).toHaveValue('quiere un caso')
  })

  it('is as it was after a look at another screen, and goes where an address says', async () => {
    const { app, name, press, user } = await showTwo()
    await name('Ana Ruiz')
    await press('j')
    await name('Luis Peña')
    await user.click(screen.getByRole('link', { name: 'Settings' }))
    await screen.findByRole('heading', { level: 1, name: 'Settings' })
    await user.click(screen.getByRole('link', { name: 'Queue' }))
    await name('Luis Peña')
    const [ana] = app.rows<{ id: string }>('leads')
    act(() => void (location.hash = `/queue/${ana?.id}`))
    await name('Ana Ruiz')
    await waitFor(() => expect(location.hash).toBe('#/queue'))
  })

  it('hears nothing in a lead’s first moment, nor a key held down', async () => {
    const { app, name, press } = await showTwo()
    await name('Ana Ruiz')
    await press('{1>4/}')
    await screen.findByRole('heading', { level: 1, name: 'Luis Peña' })
    await press('1')
    expect(heading()).toHaveTextContent('Luis Peña')
    expect(app.rows('calls')).toHaveLength(1)
  })

  it('on a focused button Space presses the button', async () => {
    const { app, name, press } = await showTwo()
    await name('Ana Ruiz')
    screen.getByRole('button', { name: 'Callback' }).focus()
    await press(' ')
    expect(screen.getByRole('region', { name: 'Callback' })).toBeInTheDocument()
    expect(app.dialled).toEqual([])
  })

  it('without single keys letters and digits do nothing, the rest goes on', async () => {
    const { app, name, press } = await showApp(async (app) => {
      app.lead('Ana Ruiz')
      await app.call('settings.save', { singleKeys: false })
    })
    await name('Ana Ruiz')
    await press('1x?n')
    expect(heading()).toHaveTextContent('Ana Ruiz')
    await press(' ')
    await screen.findByText('dialling')
    expect(app.rows('calls')).toEqual([])
  })

  it('? shows every key', async () => {
    const { name, press } = await showTwo()
    await name('Ana Ruiz')
    await press('?')
    const sheet = within(await screen.findByRole('dialog', { name: 'Keys' }))
    expect(sheet.getByText('Voicemail, message left')).toBeInTheDocument()
    expect(sheet.getByText('Take back the last outcome')).toBeInTheDocument()
    await press('1')
    await press('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(heading()).toHaveTextContent('Ana Ruiz')
  })
})

describe('in a field', () => {
  it('digits are text, and Ctrl+Enter saves with the note as it stands', async () => {
    const { app, name, press, user } = await showTwo()
    await name('Ana Ruiz')
    await press('4')
    await user.type(notes(), '1 vez, x 2')
    expect(notes()).toHaveValue('1 vez, x 2')
    await press('{Control>}{Enter}{/Control}')
    await name('Luis Peña')
    expect(app.rows('texts', `field = 'note'`)).toMatchObject([{ text: '1 vez, x 2' }])
    expect(app.rows('calls')).toMatchObject([{ outcome: 'gatekeeper' }])
  })

  it('what was typed a moment before the page is left is on disk', async () => {
    const { app, name, user } = await showTwo()
    await name('Ana Ruiz')
    await user.type(notes(), 'quiere un caso')
    window.dispatchEvent(new Event('pagehide'))
    await waitFor(() => expect(app.rows('drafts')).toMatchObject([{ note: 'quiere un caso' }]))
  })
})

describe('undo', () => {
  it('takes the last outcome back, says so, and the lead is on the desk again', async () => {
    const { app, name, press } = await showTwo()
    await name('Ana Ruiz')
    await press('1')
    await name('Luis Peña')
    await press('{Control>}z{/Control}')
    await name('Ana Ruiz')
    expect(screen.getByTestId('said')).toHaveTextContent(
      'Taken back: No answer for Ana Ruiz. Back on the desk.',
    )
    expect(app.rows('undos')).toHaveLength(1)
  })

  it('says why when there is nothing to take back', async () => {
    const { name, press } = await showTwo()
    await name('Ana Ruiz')
    await press('{Control>}z{/Control}')
    expect(await screen.findByRole('alert')).toHaveTextContent('There is nothing of yours to take back.')
  })

  it('in the notes it is the typing that is undone', async () => {
    const { app, name, press, user } = await showTwo()
    await name('Ana Ruiz')
    await press('1')
    await name('Luis Peña')
    await user.type(notes(), 'hola')
    await press('{Control>}z{/Control}')
    expect(heading()).toHaveTextContent('Luis Peña')
    expect(app.rows('undos')).toEqual([])
  })
})
