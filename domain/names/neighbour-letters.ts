// Letters that Pashto and Sindhi have beside Arabic's, and the Urdu letters that stand for them in Urdu records.

/** A set of letters and what Urdu writes for each. */
type Neighbours = { readonly test: (text: string) => boolean; readonly fold: (text: string) => string }

function neighbours(letters: Readonly<Record<string, string>>): Neighbours {
  const one = new RegExp(`[${Object.keys(letters).join('')}]`, 'u')
  const every = new RegExp(one.source, 'gu')
  return {
    test: (text) => one.test(text),
    fold: (text) => (one.test(text) ? text.replace(every, (letter) => letters[letter] ?? letter) : text),
  }
}

export const PASHTO_LETTERS = neighbours({
  ټ: 'ٹ',
  ډ: 'ڈ',
  ړ: 'ڑ',
  ږ: 'ژ',
  ښ: 'خ',
  ځ: 'ز',
  څ: 'س',
  ڼ: 'ن',
  ګ: 'گ',
  ې: 'ی',
  ۍ: 'ی',
})

export const SINDHI_LETTERS = neighbours({
  ٻ: 'ب',
  ڀ: 'بھ',
  ٿ: 'تھ',
  ٽ: 'ٹ',
  ٺ: 'ٹھ',
  ڄ: 'ج',
  ڃ: 'ن',
  ڇ: 'چھ',
  ڌ: 'دھ',
  ڏ: 'ڈ',
  ڊ: 'ڈ',
  ڍ: 'ڈھ',
  ڙ: 'ڑ',
  ڦ: 'پھ',
  ڪ: 'ک',
  ڱ: 'نگ',
  ڳ: 'گ',
})
