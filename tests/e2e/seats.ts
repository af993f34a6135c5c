import type { Headless } from '../helpers/headless.ts'

/** The sample workspace has no admin yet; its team lead brings the first. */
export async function sitAsAdmin({ call }: Pick<Headless, 'call'>, name = 'Eva Sanz'): Promise<void> {
  const { reps } = await call('app.state', {})
  await call('people.sit', { repId: reps.find(({ role }) => role === 'team_lead')?.id ?? '' })
  const { id } = await call('people.add', { name, role: 'admin' })
  await call('people.sit', { repId: id })
}
