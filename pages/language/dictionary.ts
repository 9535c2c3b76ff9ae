// Every text of the register, in both languages. A noun adds one file on each side and one line to each list below.

import { agencies } from './en/agencies.ts'
import { appeals } from './en/appeals.ts'
import { approvals } from './en/approvals.ts'
import { audit } from './en/audit.ts'
import { breaches } from './en/breaches.ts'
import { calendar } from './en/calendar.ts'
import { checks } from './en/checks.ts'
import { clearances } from './en/clearances.ts'
import { conflicts } from './en/conflicts.ts'
import { corrections } from './en/corrections.ts'
import { day } from './en/day.ts'
import { disclosures } from './en/disclosures.ts'
import { drafts } from './en/drafts.ts'
import { duties } from './en/duties.ts'
import { emergencies } from './en/emergencies.ts'
import { entries } from './en/entries.ts'
import { errors } from './en/errors.ts'
import { exits } from './en/exits.ts'
import { expectations } from './en/expectations.ts'
import { imports } from './en/imports.ts'
import { instruments } from './en/instruments.ts'
import { law } from './en/law.ts'
import { law_changes } from './en/law-changes.ts'
import { matches } from './en/matches.ts'
import { navigation } from './en/navigation.ts'
import { notices } from './en/notices.ts'
import { officers } from './en/officers.ts'
import { packs } from './en/packs.ts'
import { paper } from './en/paper.ts'
import { people } from './en/people.ts'
import { prints } from './en/prints.ts'
import { quotas } from './en/quotas.ts'
import { reasons } from './en/reasons.ts'
import { recalls } from './en/recalls.ts'
import { reminders } from './en/reminders.ts'
import { roles } from './en/roles.ts'
import { searches } from './en/searches.ts'
import { servings } from './en/servings.ts'
import { sessions } from './en/sessions.ts'
import { simulations } from './en/simulations.ts'
import { statistics } from './en/statistics.ts'
import { stays } from './en/stays.ts'
import { strikeouts } from './en/strikeouts.ts'
import { takeovers } from './en/takeovers.ts'
import { transfers } from './en/transfers.ts'
import { travel } from './en/travel.ts'
import { ui } from './en/ui.ts'
import { verify } from './en/verify.ts'
import { visits } from './en/visits.ts'
import type { Language } from './language.ts'
import type { Message } from './message.ts'
import { agencies as agenciesUr } from './ur/agencies.ts'
import { appeals as appealsUr } from './ur/appeals.ts'
import { approvals as approvalsUr } from './ur/approvals.ts'
import { audit as auditUr } from './ur/audit.ts'
import { breaches as breachesUr } from './ur/breaches.ts'
import { calendar as calendarUr } from './ur/calendar.ts'
import { checks as checksUr } from './ur/checks.ts'
import { clearances as clearancesUr } from './ur/clearances.ts'
import { conflicts as conflictsUr } from './ur/conflicts.ts'
import { corrections as correctionsUr } from './ur/corrections.ts'
import { day as dayUr } from './ur/day.ts'
import { disclosures as disclosuresUr } from './ur/disclosures.ts'
import { drafts as draftsUr } from './ur/drafts.ts'
import { duties as dutiesUr } from './ur/duties.ts'
import { emergencies as emergenciesUr } from './ur/emergencies.ts'
import { entries as entriesUr } from './ur/entries.ts'
import { errors as errorsUr } from './ur/errors.ts'
import { exits as exitsUr } from './ur/exits.ts'
import { expectations as expectationsUr } from './ur/expectations.ts'
import { imports as importsUr } from './ur/imports.ts'
import { instruments as instrumentsUr } from './ur/instruments.ts'
import { law as lawUr } from './ur/law.ts'
import { law_changes as law_changesUr } from './ur/law-changes.ts'
import { matches as matchesUr } from './ur/matches.ts'
import { navigation as navigationUr } from './ur/navigation.ts'
import { notices as noticesUr } from './ur/notices.ts'
import { officers as officersUr } from './ur/officers.ts'
import { packs as packsUr } from './ur/packs.ts'
import { paper as paperUr } from './ur/paper.ts'
import { people as peopleUr } from './ur/people.ts'
import { prints as printsUr } from './ur/prints.ts'
import { quotas as quotasUr } from './ur/quotas.ts'
import { reasons as reasonsUr } from './ur/reasons.ts'
import { recalls as recallsUr } from './ur/recalls.ts'
import { reminders as remindersUr } from './ur/reminders.ts'
import { roles as rolesUr } from './ur/roles.ts'
import { searches as searchesUr } from './ur/searches.ts'
import { servings as servingsUr } from './ur/servings.ts'
import { sessions as sessionsUr } from './ur/sessions.ts'
import { simulations as simulationsUr } from './ur/simulations.ts'
import { statistics as statisticsUr } from './ur/statistics.ts'
import { stays as staysUr } from './ur/stays.ts'
import { strikeouts as strikeoutsUr } from './ur/strikeouts.ts'
import { takeovers as takeoversUr } from './ur/takeovers.ts'
import { transfers as transfersUr } from './ur/transfers.ts'
import { travel as travelUr } from './ur/travel.ts'
import { ui as uiUr } from './ur/ui.ts'
import { verify as verifyUr } from './ur/verify.ts'
import { visits as visitsUr } from './ur/visits.ts'

const en = {
  ...day,
  ...audit,
  ...emergencies,
  ...entries,
  ...drafts,
  ...disclosures,
  ...agencies,
  ...instruments,
  ...quotas,
  ...recalls,
  ...exits,
  ...appeals,
  ...visits,
  ...strikeouts,
  ...simulations,
  ...statistics,
  ...stays,
  ...duties,
  ...errors,
  ...law,
  ...law_changes,
  ...imports,
  ...matches,
  ...navigation,
  ...paper,
  ...packs,
  ...people,
  ...prints,
  ...approvals,
  ...officers,
  ...reasons,
  ...reminders,
  ...roles,
  ...checks,
  ...clearances,
  ...conflicts,
  ...expectations,
  ...takeovers,
  ...calendar,
  ...corrections,
  ...servings,
  ...notices,
  ...searches,
  ...breaches,
  ...transfers,
  ...sessions,
  ...travel,
  ...ui,
  ...verify,
}

export type English = typeof en
export type Key = keyof English

// A missing noun or key does not compile here; a key that English lacks does not compile in its own file.
const ur: Record<Key, Message> = {
  ...dayUr,
  ...auditUr,
  ...emergenciesUr,
  ...entriesUr,
  ...draftsUr,
  ...disclosuresUr,
  ...agenciesUr,
  ...instrumentsUr,
  ...quotasUr,
  ...recallsUr,
  ...exitsUr,
  ...appealsUr,
  ...visitsUr,
  ...strikeoutsUr,
  ...simulationsUr,
  ...statisticsUr,
  ...staysUr,
  ...dutiesUr,
  ...errorsUr,
  ...lawUr,
  ...law_changesUr,
  ...importsUr,
  ...matchesUr,
  ...navigationUr,
  ...paperUr,
  ...packsUr,
  ...peopleUr,
  ...printsUr,
  ...approvalsUr,
  ...officersUr,
  ...reasonsUr,
  ...remindersUr,
  ...rolesUr,
  ...checksUr,
  ...clearancesUr,
  ...conflictsUr,
  ...expectationsUr,
  ...takeoversUr,
  ...calendarUr,
  ...correctionsUr,
  ...servingsUr,
  ...noticesUr,
  ...searchesUr,
  ...breachesUr,
  ...transfersUr,
  ...sessionsUr,
  ...travelUr,
  ...uiUr,
  ...verifyUr,
}

export const DICTIONARY: Record<Language, Record<Key, Message>> = { en, ur }

export const isKey = (text: string): text is Key => Object.hasOwn(en, text)
