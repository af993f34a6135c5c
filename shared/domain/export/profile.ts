export const EXPORT_PROFILES = ['hubspot', 'salesforce', 'generic'] as const
export type ExportProfile = (typeof EXPORT_PROFILES)[number]
