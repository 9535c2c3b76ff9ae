/** Every address a page or a test names. Ids are opaque; nothing else goes into an address. */
export const paths = {
  day: () => '/',
  drafts: () => '/drafts',
  draft: (draft_id: string) => `/drafts/${draft_id}`,
  draftStep: (draft_id: string, step: string) => `/drafts/${draft_id}/${step}`,
  entry: (draft_id: string) => `/entries/${draft_id}`,
  imports: () => '/imports',
  import: (import_id: string) => `/imports/${import_id}`,
  searches: () => '/searches',
  search: (search_id: string) => `/searches/${search_id}`,
  person: (person_id: string) => `/people/${person_id}`,
  personTab: (person_id: string, tab: string) => `/people/${person_id}/${tab}`,
  approvals: () => '/approvals',
  approval: (approval_id: string) => `/approvals/${approval_id}`,
  officers: () => '/officers',
  officer: (officer_id: string) => `/officers/${officer_id}`,
  audit: () => '/audit',
}
