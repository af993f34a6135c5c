/** Who works here: PRODUCT.md section 2, Roles. */
export const ROLES = ['rep', 'team_lead', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** A team lead may do what a rep may, an admin what both may. */
export const atLeast = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed)

/**
 * Who may bring whom: nobody above themselves, unless nobody of that rank works here yet and nobody here outranks them;
 * so the first rep can bring a team lead, and the first team lead an admin. `by` is null on the first run.
 */
export function mayAdd(by: Role | null, role: Role, team: readonly Role[]): boolean {
  if (by === null || atLeast(by, role)) return true
  return team.every((other) => atLeast(by, other))
}
