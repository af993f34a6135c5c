/** Who works here: PRODUCT.md section 2, Roles. */
export const ROLES = ['rep', 'team_lead', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** A team lead may do what a rep may, an admin what both may. */
export const atLeast = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed)
