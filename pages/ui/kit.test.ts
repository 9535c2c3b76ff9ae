import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { type ComponentType, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { formatter } from '../language/formatter.ts'
import { translator } from '../language/translator.ts'
import { ErrorSummary } from './ErrorSummary.tsx'
import { Explain } from './Explain.tsx'
import { CheckField, ChoiceField, DateField, FileField, SelectField, TextArea, TextField } from './Fields.tsx'
import { Form } from './Form.tsx'
import { Light, type LightState } from './Light.tsx'
import { Name } from './Name.tsx'
import { Page } from './Page.tsx'
import type { RefusedForm } from './page-props.ts'
import { Table } from './Table.tsx'
import { TypedText } from './TypedText.tsx'

const [t, ur] = [translator('en'), translator('ur')]
const render = <Props>(part: ComponentType<Props>, props: Props) =>
  renderToString(h(part as ComponentType<object>, props as object))
const textOf = (html: string) => html.replace(/<[^>]*>/g, '')

const refused: RefusedForm = {
  values: { custody: [{ from_on: '2026-13-01' }], how: 'post', kinds: ['desk', 'phone'], sworn: true },
  code: 'invalid',
  fields: [{ field: 'custody.0.from_on', code: 'format_date' }],
}

describe('a field of a refused form', () => {
  const html = render(TextField, {
    name: 'custody.0.from_on',
    label: 'From',
    hint: 'A day',
    form: refused,
    t,
  })

  it('shows again what was typed, found by its path', () => assert.match(html, /value="2026-13-01"/))

  it('is tied to its hint and its fault', () => {
    assert.match(html, /aria-describedby="custody.0.from_on-hint custody.0.from_on-error"/)
    assert.match(html, /id="custody.0.from_on-error"[\s\S]*Enter a date with day, month and year\./)
    assert.match(html, /aria-invalid="true"/)
  })

  it('is where its line in the summary leads', () => {
    const summary = render(ErrorSummary, { form: refused, labels: { 'custody.0.from_on': 'From' }, t })
    assert.match(summary, /<a href="#custody.0.from_on">From: Enter a date/)
    assert.match(html, /<input[^>]* id="custody.0.from_on"/)
  })

  it('joins a label that is a sentence or a question to what is wrong with it, in both languages', () => {
    const joined = (label: string, words: typeof t) => {
      const html = render(ErrorSummary, { form: refused, labels: { 'custody.0.from_on': label }, t: words })
      return textOf(html.match(/<li>.*<\/li>/)?.[0] ?? '')
    }
    assert.match(joined('I have seen his card.', t), /^I have seen his card: Enter/)
    assert.match(joined('Is he in custody?', t), /^Is he in custody\? Enter/)
    assert.match(joined('میں نے اس کا کارڈ دیکھا ہے۔', ur), /^میں نے اس کا کارڈ دیکھا ہے: [^:]/u)
    assert.match(joined('کیا وہ حراست میں ہے؟', ur), /^کیا وہ حراست میں ہے؟ [^:]/u)
  })

  it('shows no old value in place of one that was cleared', () => {
    const cleared = render(TextField, { name: 'court', label: 'Court', value: 'Old', form: refused, t })
    assert.doesNotMatch(cleared, /Old/)
  })

  it('keeps the answers that were chosen', () => {
    const choices = ['desk', 'post', 'phone'].map((value) => ({ value, label: value }))
    const chosen = (html: string) => [...html.matchAll(/value="(\w+)" checked/g)].map((found) => found[1])
    assert.deepEqual(chosen(render(ChoiceField, { name: 'how', label: 'How', choices, form: refused, t })), [
      'post',
    ])
    const many = render(ChoiceField, {
      name: 'kinds',
      label: 'Kinds',
      choices,
      is_many: true,
      form: refused,
      t,
    })
    assert.deepEqual(chosen(many), ['desk', 'phone'])
    assert.match(render(CheckField, { name: 'sworn', label: 'Sworn', form: refused, t }), / checked/)
  })
})

describe('what a browser may keep', () => {
  const choices = [{ value: 'a', label: 'A' }]
  const fields = [TextField, DateField, TextArea, SelectField, FileField, ChoiceField, CheckField]

  it('is nothing typed: every form is a POST, and form and boxes are never completed from memory', () => {
    assert.match(render(Form, { action: '/x' }), /^<form method="post"[^>]* autocomplete="off"/)
    for (const field of fields) {
      const html = render(field as ComponentType<object>, { name: 'x', label: 'X', choices, t })
      const boxes = html.match(/<(input|select|textarea)[^>]*>/g) ?? []
      assert.ok(boxes.length > 0 && boxes.every((box) => box.includes('autocomplete="off"')), html)
    }
  })

  it('is a title that says what the screen is, with "Error" before it after a refusal', () => {
    const frame = { t, f: formatter('en'), viewer: null, path: '/', asset: (name: string) => `/${name}` }
    const title = (form?: RefusedForm) =>
      /<title>(.*)<\/title>/
        .exec(render(Page, { ...frame, form, title: 'Person' }))?.[1]
        ?.replace(/[\u2068\u2069]/g, '')
    assert.equal(title(), 'Person · National offender register')
    assert.equal(title(refused), 'Error: Person · National offender register')
  })
})

describe('a state', () => {
  const said = (state: LightState, days?: number) => textOf(render(Light, { state, days: days ?? null, t }))
  const cases: [LightState, number | undefined, string][] = [
    ['not_due', 40, '✓not yet due'],
    ['due', 9, '▲due in 9 days'],
    ['due', 0, '▲due today'],
    ['overdue', -3, '●3 days overdue'],
    ['overdue', 1, '●1 day overdue'],
    ['paused', undefined, '❚❚paused'],
    ['whereabouts_unknown', 12, '◆whereabouts unknown for 12 days'],
    ['met_late', undefined, '✓met late'],
  ]
  for (const [state, days, words] of cases) {
    it(`${state} of ${days ?? 'no'} days is “${words}”`, () => assert.equal(said(state, days), words))
  }
})

describe('names and typed text', () => {
  it('puts the reader’s own script first and marks the language of each', () => {
    const name = { ur: 'فرضی', latin: 'Farzi' }
    assert.equal(textOf(render(Name, { name, t })), 'Farzi فرضی')
    assert.equal(textOf(render(Name, { name, t: ur })), 'فرضی Farzi')
    assert.match(render(Name, { name, t }), /<bdi lang="ur" dir="rtl" class="other-script">فرضی</)
  })

  it('says so when no spelling is known', () => {
    assert.equal(textOf(render(Name, { name: { ur: null, latin: null }, t })), 'Not known')
  })

  it('keeps a house number inside Urdu in its own order', () => {
    const html = render(TypedText, { children: 'مکان 12-B، ملتان' })
    assert.equal(html, '<bdi dir="auto">مکان <bdi dir="ltr">12-B</bdi>، ملتان</bdi>')
  })

  it('writes what was typed as text, never as markup', () => {
    assert.doesNotMatch(render(TypedText, { children: '<script>alert(1)</script>' }), /<script/)
  })
})

describe('a table', () => {
  const columns = [{ head: 'Day', cell: (row: { on: string }) => row.on, is_name: true }]

  it('says so when it has no rows', () => {
    assert.equal(
      render(Table<{ on: string }>, { caption: 'Days', rows: [], columns, empty: 'None' }),
      '<p class="empty">None</p>',
    )
  })

  it('gives each cell its head, for a narrow screen', () => {
    const html = render(Table<{ on: string }>, {
      caption: 'Days',
      rows: [{ on: 'Friday' }],
      columns,
      empty: 'None',
    })
    assert.match(html, /<th scope="row" data-head="Day">Friday<\/th>/)
  })
})

describe('an explained value', () => {
  it('opens without scripts to its steps, each with its law and how sure that is', () => {
    const steps = [
      { law: 'pk-assumed', status: 'assumed' as const, because: '7 days', from: null, to: '19 Nov' },
    ]
    const html = render(Explain, { value: '19 Nov', steps, t })
    assert.match(html, /^<details/)
    assert.match(textOf(html).replace(/[\u2068\u2069]/g, ''), /7 days ?set to 19 Nov ?pk-assumed \(assumed\)/)
  })
})

describe('the style', () => {
  const css = readFileSync(new URL('../styles/register.css', import.meta.url), 'utf8')

  it('names no side of the page: the same rules serve both directions', () => {
    const sided =
      /(?<![\w-])(?:(?:margin|padding|border)-)?(?:left|right|top|bottom)\s*:|(?<![\w-])(?:text-align|float):\s*(?:left|right)|(?<![\w-])(?:(?:min|max)-)?(?:width|height)\s*:(?![^{]*\)\s*\{)/g
    assert.deepEqual(css.match(sided), null)
  })
})
