// What a dictionary holds: texts with {names} in them, and the types that keep the two languages alike.

/** The two plural forms that English and Urdu have; `{count}` chooses between them. */
export type Plural = { readonly one: string; readonly other: string }
export type Message = string | Plural

/** The texts of one noun in English; every key begins with the noun. */
export type Messages<Noun extends string> = { readonly [Key in `${Noun}.${string}`]: Message }

/** The Urdu of a noun: exactly the keys of the English, a plural where it has one. */
export type Translation<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Plural
}

type Named<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never

/** The names between braces in a message. */
export type NamesIn<M> = M extends string
  ? Named<M>
  : M extends Plural
    ? 'count' | Named<M['one'] | M['other']>
    : never

/** Numbers are written in the digits and groups of the language; texts stay as they are, isolated. */
export type Values<Name extends string> = {
  readonly [N in Name]: N extends 'count' ? number : string | number
}
