/** What Urdu calls the Roman letters, in initials (ایم اے خان) and in the sections of laws (۳۷۷-بی). */
export const LETTER_NAMES_UR: Readonly<Record<string, string>> = {
  ...{ A: 'اے', B: 'بی', C: 'سی', D: 'ڈی', E: 'ای', F: 'ایف', G: 'جی', H: 'ایچ', I: 'آئی', J: 'جے', K: 'کے' },
  ...{ L: 'ایل', M: 'ایم', N: 'این', O: 'او', P: 'پی', Q: 'کیو', R: 'آر', S: 'ایس', T: 'ٹی', U: 'یو' },
  ...{ V: 'وی', W: 'ڈبلیو', X: 'ایکس', Y: 'وائی', Z: 'زیڈ' },
}
