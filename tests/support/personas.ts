/** The people who act in tests: named, posted, and far enough apart to prove the walls. */
import type { Role } from '../../domain/access/actor.ts'

export type Persona = { name: string; name_en: string; name_ur: string; role: Role; unit_id: string }

const persona = (name: string, name_en: string, name_ur: string, role: Role, unit_id: string): Persona => ({
  name,
  name_en,
  name_ur,
  role,
  unit_id,
})

export const PERSONAS = {
  prosecutorMultan: persona('prosecutorMultan', 'Nadia Tariq', 'نادیہ طارق', 'prosecutor', 'dpp_pb_multan'),
  deputyMultan: persona('deputyMultan', 'Hamid Raza', 'حامد رضا', 'deputy_prosecutor', 'dpp_pb_multan'),
  prosecutorVehari: persona('prosecutorVehari', 'Sajid Awan', 'ساجد اعوان', 'prosecutor', 'dpp_pb_vehari'),
  bureauOfficer: persona('bureauOfficer', 'Rabia Khalid', 'رابعہ خالد', 'bureau_officer', 'npb'),
  bureauOfficerTwo: persona('bureauOfficerTwo', 'Imran Sethi', 'عمران سیٹھی', 'bureau_officer', 'npb'),
  bureauSupervisor: persona('bureauSupervisor', 'Farhat Jabeen', 'فرحت جبین', 'bureau_supervisor', 'npb'),
  legalOfficer: persona('legalOfficer', 'Adeel Mirza', 'عدیل مرزا', 'legal_officer', 'npb'),
  investigatorMultan: persona(
    'investigatorMultan',
    'Bushra Naz',
    'بشریٰ ناز',
    'investigator',
    'ssoiu_pb_multan',
  ),
  officerSaddar: persona(
    'officerSaddar',
    'Ghulam Abbas',
    'غلام عباس',
    'station_officer',
    'ps_pb_multan_saddar',
  ),
  shoSaddar: persona('shoSaddar', 'Tahir Mehmood', 'طاہر محمود', 'station_head', 'ps_pb_multan_saddar'),
  shoVehari: persona('shoVehari', 'Noor Ahmad', 'نور احمد', 'station_head', 'ps_pb_vehari_city'),
  dpoMultan: persona('dpoMultan', 'Kashif Zaman', 'کاشف زمان', 'district_police_officer', 'dpo_pb_multan'),
  analyst: persona('analyst', 'Saima Qazi', 'صائمہ قاضی', 'committee_analyst', 'committee'),
  administrator: persona('administrator', 'Waqar Younis Baig', 'وقار یونس بیگ', 'administrator', 'admin'),
  administratorTwo: persona('administratorTwo', 'Lubna Shah', 'لبنیٰ شاہ', 'administrator', 'admin'),
  auditor: persona('auditor', 'Zafar Iqbal Butt', 'ظفر اقبال بٹ', 'auditor', 'audit'),
} as const satisfies Record<string, Persona>

export type PersonaName = keyof typeof PERSONAS
