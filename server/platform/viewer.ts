/** Who the page is for: name, office and the screens his role has. */
import type { Role } from '../../domain/access/actor.ts'
import type { NavigationItem, Viewer } from '../../pages/ui/page-props.ts'
import type { Session } from './database.ts'
import type { Program } from './program.ts'

/** The screens a role has, in order; the policies decide again at each. */
const ENTERING: readonly Role[] = ['prosecutor', 'deputy_prosecutor']
const BUREAU: readonly Role[] = ['bureau_officer', 'bureau_supervisor']
const STATION: readonly Role[] = ['station_officer', 'station_head']

const SCREENS: readonly (NavigationItem & { roles: readonly Role[] | 'all' })[] = [
  { href: '/', key: 'navigation.day', roles: 'all' },
  { href: '/searches', key: 'navigation.find', roles: [...ENTERING, ...BUREAU, ...STATION] },
  {
    href: '/duties',
    key: 'navigation.duties',
    roles: [...BUREAU, ...STATION, 'district_police_officer', 'legal_officer'],
  },
  {
    href: '/calendar',
    key: 'navigation.calendar',
    roles: [...BUREAU, ...STATION, 'district_police_officer', 'legal_officer'],
  },
  {
    href: '/checks',
    key: 'navigation.checks',
    roles: ['investigator', ...ENTERING, ...BUREAU, 'district_police_officer'],
  },
  {
    href: '/emergencies',
    key: 'navigation.emergencies',
    roles: ['investigator', 'station_head', ...BUREAU, 'district_police_officer', 'administrator'],
  },
  { href: '/imports', key: 'navigation.returns', roles: ENTERING },
  { href: '/drafts', key: 'navigation.drafts', roles: [...ENTERING, ...BUREAU, 'legal_officer'] },
  { href: '/expectations', key: 'navigation.expectations', roles: [...ENTERING, ...BUREAU] },
  { href: '/entries', key: 'navigation.entries', roles: BUREAU },
  { href: '/matches', key: 'navigation.matches', roles: BUREAU },
  {
    href: '/approvals',
    key: 'navigation.approvals',
    roles: [...BUREAU, 'administrator', 'station_head', 'district_police_officer'],
  },
  {
    href: '/breaches',
    key: 'navigation.breaches',
    roles: [...STATION, ...BUREAU, 'district_police_officer', 'legal_officer'],
  },
  {
    href: '/transfers',
    key: 'navigation.transfers',
    roles: [...STATION, ...BUREAU, 'district_police_officer'],
  },
  { href: '/packs', key: 'navigation.packs', roles: ['bureau_supervisor', 'legal_officer'] },
  { href: '/officers', key: 'navigation.officers', roles: ['administrator'] },
  { href: '/agencies', key: 'navigation.agencies', roles: ['administrator', 'auditor'] },
  { href: '/agency-links', key: 'navigation.agency_links', roles: ['investigator'] },
  {
    href: '/conflicts',
    key: 'navigation.conflicts',
    roles: [...ENTERING, ...BUREAU, ...STATION, 'legal_officer', 'administrator'],
  },
  { href: '/statistics', key: 'navigation.statistics', roles: ['committee_analyst'] },
  { href: '/audit', key: 'navigation.audit', roles: ['auditor'] },
]

/** The viewer of a session; the officer's name is read once a page. */
export async function viewerOf(program: Program, session: Session): Promise<Viewer> {
  const { rows } = await program.database.gate.query<{ name_en: string; name_ur: string }>({
    name: 'officer_name',
    text: 'select name_en, name_ur from access.officer where officer_id = $1',
    values: [session.officer_id],
  })
  const unit = program.places.units.get(session.unit_id)
  return {
    language: session.language,
    officer_name: { en: rows[0]?.name_en ?? '', ur: rows[0]?.name_ur ?? '' },
    role: session.role,
    unit_name: { en: unit?.name_en ?? '', ur: unit?.name_ur ?? '' },
    is_demo: program.is_demo,
    navigation: SCREENS.filter((s) => s.roles === 'all' || s.roles.includes(session.role)).map(
      ({ href, key }) => ({ href, key }),
    ),
  }
}
