import type { ComponentChildren } from 'preact'
import { directionOf, LANGUAGES, OWN_NAME } from '../language/language.ts'
import { between } from './between.ts'
import { DemoBanner } from './DemoBanner.tsx'
import { isKept } from './ErrorSummary.tsx'
import { Form } from './Form.tsx'
import type { Frame, Viewer } from './page-props.ts'

type PageOptions = Frame & {
  /** What the screen is, never who: titles stay in the browser's history. */
  title: string
  /** Islands this page needs, by file name. */
  islands?: readonly string[]
  /** The part of the register this page belongs to. */
  part?: `navigation.${string}`
  /** Nobody signs in here, and no view of it is recorded. */
  is_public?: boolean
  children?: ComponentChildren
}

/** A whole document: the bar with who is looking, the parts of the register, and the content. */
export const Page = (props: PageOptions) => {
  const { t, viewer, asset, form, title, children } = props
  return (
    <html lang={t.language} dir={directionOf(t.language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light" />
        <title>{`${form && !isKept(form) ? t('ui.error_page', { title }) : title} · ${t('ui.name')}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={asset('register.css')} />
        <FontHints {...props} />
        {props.islands?.map((name) => (
          <script key={name} type="module" src={asset(name)} />
        ))}
      </head>
      <body class={viewer ? 'signed-in' : undefined}>
        <a class="skip" href="#main">
          {t('ui.skip')}
        </a>
        <Bar {...props} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  )
}

/**
 * Before sign-in only Naskh (13 KB) is used, and Nastaliq (107 KB) is fetched when the browser is idle;
 * signed in, it is at hand and is used, or else left for the next page (decision 11).
 */
const FontHints = ({ t, viewer, asset }: Frame) => {
  if (t.language !== 'ur') return null
  const naskh = asset('naskh.woff2')
  return (
    <>
      <link rel="preload" href={naskh} as="font" type="font/woff2" crossorigin="anonymous" />
      {!viewer && (
        <link
          rel="prefetch"
          href={asset('nastaliq.woff2')}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
      )}
    </>
  )
}

const Bar = ({ t, f, viewer, path, part, is_public }: PageOptions) => (
  <header class="bar">
    <div class="bar-row">
      <a class="brand" href="/">
        {t('ui.name')}
      </a>
      <span class="confidential">{t(is_public ? 'verify.public' : 'ui.confidential')}</span>
      {viewer && <Officer t={t} viewer={viewer} />}
      <LanguageSwitch t={t} path={path} />
      {viewer && (
        <>
          <BarButton action="/lock" text={t('sessions.lock')} hidden={{ back_to: path }} />
          <BarButton action="/sign-out" text={t('sessions.sign_out')} />
        </>
      )}
    </div>
    {viewer && viewer.navigation.length > 0 && (
      <nav class="parts" aria-label={t('ui.main_navigation')}>
        {viewer.navigation.map(({ href, key, count }) => (
          <a key={key} href={href} aria-current={key === part ? 'page' : undefined}>
            {t.find(key) ?? key}
            {count ? <span class="count">{f.number(count)}</span> : null}
          </a>
        ))}
      </nav>
    )}
    {viewer?.is_demo && <DemoBanner t={t} />}
  </header>
)

const Officer = ({ t, viewer }: { t: Frame['t']; viewer: Viewer }) => (
  <span class="officer">
    <span class="unit">{viewer.unit_name[t.language]}</span>
    <span>
      {viewer.officer_name[t.language]}
      {between(t)}
      {t(`roles.${viewer.role}`)}
    </span>
  </span>
)

type BarButtonOptions = { action: string; text: string; hidden?: Record<string, string> }

const BarButton = ({ action, text, hidden = {} }: BarButtonOptions) => (
  <Form action={action} hidden={hidden}>
    <button type="submit" class="bar-button">
      {text}
    </button>
  </Form>
)

const LanguageSwitch = ({ t, path }: { t: Frame['t']; path: string }) => {
  const other = LANGUAGES.find((language) => language !== t.language) ?? 'en'
  return (
    <Form action="/language" hidden={{ language: other, back_to: path }}>
      <button type="submit" class="bar-button" lang={other} dir={directionOf(other)}>
        {OWN_NAME[other]}
      </button>
    </Form>
  )
}
