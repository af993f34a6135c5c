import { GENERIC } from './generic.ts'
import { HUBSPOT } from './hubspot.ts'
import type { ExportProfile, Profile } from './profile.ts'
import { SALESFORCE } from './salesforce.ts'

export const PROFILES: Readonly<Record<ExportProfile, Profile>> = {
  hubspot: HUBSPOT,
  salesforce: SALESFORCE,
  generic: GENERIC,
}
