import { genericFor } from './generic.ts'
import { HUBSPOT } from './hubspot.ts'
import type { ExportFramework, ExportLead } from './lead.ts'
import type { ExportProfile, Profile } from './profile.ts'
import { SALESFORCE } from './salesforce.ts'

const PROFILES: Readonly<Record<ExportProfile, (frameworks: readonly ExportFramework[]) => Profile>> = {
  hubspot: () => HUBSPOT,
  salesforce: () => SALESFORCE,
  generic: genericFor,
}

/** The profile for a file about these leads. */
export function profileFor(id: ExportProfile, leads: readonly Pick<ExportLead, 'framework'>[]): Profile {
  const frameworks = new Map(leads.map(({ framework }) => [framework.framework, framework]))
  // The order of a file's columns does not hang on who is in it.
  const inOrder = [...frameworks.values()].toSorted((a, b) => (a.framework < b.framework ? -1 : 1))
  return PROFILES[id](inOrder)
}
