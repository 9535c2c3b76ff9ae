import type { T } from '../language/translator.ts'

type PasskeyButtonOptions = {
  text: string
  /** Where the island sends the answer; the challenge is asked at the same address with /challenge after it. */
  url: string
  /** `assert` an enrolled passkey, or `create` one. */
  does: 'assert' | 'create'
  t: T
}

const FAULTS = [
  'passkey_failed',
  'credential_waits',
  'link_used',
  'too_many',
  'unavailable',
  'unknown',
] as const

/**
 * The button of a passkey: shown by its island, because without JavaScript there is no passkey. On a slow line the island
 * comes late; until then the page says so.
 */
export const PasskeyButton = ({ text, url, does, t }: PasskeyButtonOptions) => {
  const texts = {
    ...Object.fromEntries(FAULTS.map((code) => [code, t(`errors.${code}`)])),
    not_signed_in: t('sessions.ended'),
    waiting: t('sessions.passkey_waiting'),
    cancelled: t('sessions.passkey_cancelled'),
    no_passkey: t('sessions.no_passkey'),
  }
  return (
    <>
      <noscript>
        <p class="notice warning">{t('sessions.no_script')}</p>
      </noscript>
      <button
        type="button"
        class="button main"
        hidden
        data-passkey={`/api/v1${url}`}
        data-do={does}
        data-texts={JSON.stringify(texts)}
      >
        {text}
      </button>
      <p id="passkey-status" role="status" class="scripted">
        {t('sessions.passkey_preparing')}
      </p>
    </>
  )
}

/** The island of the button above. */
export const PASSKEY_ISLANDS = ['passkey.js']
