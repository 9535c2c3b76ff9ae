// The passkey button: asks our server for a challenge, the authenticator for its answer, and sends that back.
// Works for signing in, unlocking, stepping up (`data-do="assert"`) and enrolling (`data-do="create"`).

type Texts = Record<string, string>

const button = document.querySelector<HTMLButtonElement>('button[data-passkey]')
if (button) prepare(button)

function prepare(button: HTMLButtonElement) {
  const texts: Texts = JSON.parse(button.dataset['texts'] ?? '{}')
  const status = document.getElementById('passkey-status')
  const say = (code: string, text?: string) => {
    if (status) status.textContent = text ?? texts[code] ?? texts['unknown'] ?? ''
  }
  button.hidden = false
  if (status) status.textContent = ''
  if (!('parseRequestOptionsFromJSON' in (globalThis.PublicKeyCredential ?? {}))) {
    button.disabled = true
    say('no_passkey')
    return
  }
  button.addEventListener('click', async () => {
    button.disabled = true
    say('waiting')
    try {
      location.assign(await use(button))
    } catch (fault) {
      if (fault instanceof Refused) say(fault.code, fault.detail)
      else say('cancelled')
      button.disabled = false
      button.focus()
    }
  })
}

/** A refusal of the server, by its code. */
class Refused extends Error {
  readonly code: string
  readonly detail: string | undefined
  constructor(code: string, detail: string | undefined) {
    super(code)
    this.code = code
    this.detail = detail
  }
}

/** One whole exchange; resolves with the path to go to. */
async function use(button: HTMLButtonElement): Promise<string> {
  const url = button.dataset['passkey'] ?? ''
  const { public_key } = await post(`${url}/challenge`)
  const body = button.dataset['do'] === 'create' ? await create(public_key) : await assertion(public_key)
  const { go_to } = await post(url, body)
  return String(go_to)
}

async function post(url: string, body?: unknown): Promise<Record<string, unknown>> {
  const sent =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const reply = await fetch(url, { method: 'POST', ...sent }).catch(() => undefined)
  if (!reply) throw new Refused('unavailable', undefined)
  const said = await reply.json()
  if (!reply.ok) throw new Refused(said.title, said.detail?.[document.documentElement.lang])
  return said
}

async function assertion(options: unknown) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as PublicKeyCredentialRequestOptionsJSON,
  )
  const credential = await navigator.credentials.get({ publicKey })
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no passkey')
  const response = credential.response as AuthenticatorAssertionResponse
  return {
    id: credential.id,
    client_data: text(response.clientDataJSON),
    authenticator_data: text(response.authenticatorData),
    signature: text(response.signature),
    user_handle: response.userHandle ? text(response.userHandle) : null,
  }
}

async function create(options: unknown) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as PublicKeyCredentialCreationOptionsJSON,
  )
  const credential = await navigator.credentials.create({ publicKey })
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no passkey')
  const response = credential.response as AuthenticatorAttestationResponse
  const label = document.querySelector<HTMLInputElement>('#label')?.value.trim() || '1'
  const attestation = {
    id: credential.id,
    client_data: text(response.clientDataJSON),
    attestation_object: text(response.attestationObject),
    transports: response.getTransports(),
  }
  return { label, attestation }
}

/** Bytes as base64url. */
const text = (bytes: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
