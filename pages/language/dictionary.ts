// Every text of the register, in both languages. A noun adds one file on each side and one line to each list below.

import { approvals } from './en/approvals.ts'
import { audit } from './en/audit.ts'
import { corrections } from './en/corrections.ts'
import { day } from './en/day.ts'
import { drafts } from './en/drafts.ts'
import { entries } from './en/entries.ts'
import { errors } from './en/errors.ts'
import { imports } from './en/imports.ts'
import { law } from './en/law.ts'
import { navigation } from './en/navigation.ts'
import { officers } from './en/officers.ts'
import { packs } from './en/packs.ts'
import { people } from './en/people.ts'
import { roles } from './en/roles.ts'
import { searches } from './en/searches.ts'
import { sessions } from './en/sessions.ts'
import { ui } from './en/ui.ts'
import type { Language } from './language.ts'
import type { Message } from './message.ts'
import { approvals as approvalsUr } from './ur/approvals.ts'
import { audit as auditUr } from './ur/audit.ts'
import { corrections as correctionsUr } from './ur/corrections.ts'
import { day as dayUr } from './ur/day.ts'
import { drafts as draftsUr } from './ur/drafts.ts'
import { entries as entriesUr } from './ur/entries.ts'
import { errors as errorsUr } from './ur/errors.ts'
import { imports as importsUr } from './ur/imports.ts'
import { law as lawUr } from './ur/law.ts'
import { navigation as navigationUr } from './ur/navigation.ts'
import { officers as officersUr } from './ur/officers.ts'
import { packs as packsUr } from './ur/packs.ts'
import { people as peopleUr } from './ur/people.ts'
import { roles as rolesUr } from './ur/roles.ts'
import { searches as searchesUr } from './ur/searches.ts'
import { sessions as sessionsUr } from './ur/sessions.ts'
import { ui as uiUr } from './ur/ui.ts'

const en = {
  ...day,
  ...audit,
  ...entries,
  ...drafts,
  ...errors,
  ...law,
  ...imports,
  ...navigation,
  ...packs,
  ...people,
  ...approvals,
  ...officers,
  ...roles,
  ...corrections,
  ...searches,
  ...sessions,
  ...ui,
}

export type English = typeof en
export type Key = keyof English

// A missing noun or key does not compile here; a key that English lacks does not compile in its own file.
const ur: Record<Key, Message> = {
  ...dayUr,
  ...auditUr,
  ...entriesUr,
  ...draftsUr,
  ...errorsUr,
  ...lawUr,
  ...importsUr,
  ...navigationUr,
  ...packsUr,
  ...peopleUr,
  ...approvalsUr,
  ...officersUr,
  ...rolesUr,
  ...correctionsUr,
  ...searchesUr,
  ...sessionsUr,
  ...uiUr,
}

export const DICTIONARY: Record<Language, Record<Key, Message>> = { en, ur }

export const isKey = (text: string): text is Key => Object.hasOwn(en, text)
