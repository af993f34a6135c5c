import type { Market } from './market.ts'

/** Invented people and firms of an English list of field service firms, British and American. */
export const BRITAIN: Market = {
  given:
    `Alice Ben Chloe Daniel Emma Fred Grace Harry Isla Jack Kate Liam Megan Noah Olivia Peter Quinn Rachel Sam Tess
    Umar Violet Will Yasmin Zoe Ethan Hannah Mason Nora Owen`.split(/\s+/),
  family:
    `Ashworth Barlow Carver Dunmore Ellwood Farrow Garland Hadley Ingram Jessop Kendrick Lockwood Marsden Norcott
    Oakes Penrose Quill Redfern Stokes Thorne Underhill Vance Whitlock Yarrow Brennan Calder Dawlish Emmett`.split(
      /\s+/,
    ),
  familyNames: 1,
  firms:
    `Northgate Redbrick Clearwater Highfield Stonebridge Ironwood Larkspur Meadow Harbour Summit Bluebird Copper
    Foxglove Silverline Westmoor`.split(/\s+/),
  places:
    `Plumbing Lifts Boilers Roofing Electrical Drainage Glazing Heating Cooling Cleaning Signage Pumps Gates
    Security Paving`.split(/\s+/),
  endings: ['Ltd', 'Group Ltd', '& Sons', 'LLC', 'Inc.'],
  industries: ['Field services', 'Facilities', 'Construction', 'Utilities', 'Property', 'Retail'],
  titles: [
    'Managing Director',
    'Operations Manager',
    'Owner',
    'Office Manager',
    'Service Director',
    'Dispatcher',
    'Head of Field Operations',
    'Purchasing Manager',
  ],
  towns: [
    { city: 'London', province: null, country: 'GB', postal: 'E1', area: '20' },
    { city: 'London', province: null, country: 'GB', postal: 'SE5', area: '20' },
    { city: 'Leeds', province: null, country: 'GB', postal: 'LS1', area: '113' },
    { city: 'Manchester', province: null, country: 'GB', postal: 'M1', area: '161' },
    { city: 'Glasgow', province: null, country: 'GB', postal: 'G1', area: '141' },
    { city: 'Birmingham', province: null, country: 'GB', postal: 'B1', area: '121' },
    { city: 'New York', province: 'NY', country: 'US', postal: '100', area: '212' },
    { city: 'Chicago', province: 'IL', country: 'US', postal: '606', area: '312' },
    { city: 'Denver', province: 'CO', country: 'US', postal: '802', area: '303' },
    { city: 'Seattle', province: 'WA', country: 'US', postal: '981', area: '206' },
  ],
  sources: { 'Trade show': 25, 'Purchased list': 30, Website: 22, Google: 13, Referral: 10 },
  campaigns: ['Autumn routes', 'Less driving', 'Trade show 2'],
  notes: [
    'Twelve vans on the road, planning on paper.',
    'Nice chat, wants numbers first.',
    'Compares with what they have.',
    'Asked for a case from their trade.',
    'Better after four, once the vans are back.',
    'Taking over a smaller firm in spring.',
    'Office is short of one planner.',
    'Wants it to pay back within a year.',
  ],
  evidence: [
    'Money set aside for this year.',
    'Signs up to a limit, above that the owner.',
    'Loses six hours a week to replanning.',
    'Wants it before the busy season.',
    'Decides together with her partner.',
  ],
  problems: [
    'One visit in nine is a second trip for a missing part.',
    'Nobody knows which van is nearest.',
    'Invoices go out three weeks after the job.',
  ],
}
