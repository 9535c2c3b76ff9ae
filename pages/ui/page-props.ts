// What every page is given besides its data.
import type { FieldProblem, ProblemCode } from '../../contract/problems.ts'
import type { Role } from '../../domain/access/actor.ts'
import type { F } from '../language/formatter.ts'
import type { InBoth, Language } from '../language/language.ts'
import type { T } from '../language/translator.ts'

/** One part of the register in the bar at the top; `count` is the work that waits there. */
export type NavigationItem = { href: string; key: `navigation.${string}`; count?: number }

/** The officer who is looking. */
export type Viewer = {
  language: Language
  officer_name: InBoth
  role: Role
  unit_name: InBoth
  is_demo: boolean
  navigation: readonly NavigationItem[]
}

/** A form that was refused, shown again: what was typed, and what is wrong with it. */
export type RefusedForm = {
  values: Record<string, unknown>
  code: ProblemCode
  fields: readonly FieldProblem[]
  gloss?: InBoth
}

export type Frame = {
  t: T
  f: F
  /** Null when nobody is signed in. */
  viewer: Viewer | null
  /** The path of this page, to come back to after a change of language. */
  path: string
  /** The hashed address of a style, font or island: `asset('register.css')`. */
  asset: (name: string) => string
  form?: RefusedForm | undefined
}

export type PageProps<Data> = Data & Frame
