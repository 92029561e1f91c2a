/** Items with the values that they are sorted by, in three groups that are not mixed. */
interface Groups<Item> {
  readonly numbers: { readonly item: Item; readonly key: string | number }[]
  readonly texts: { readonly item: Item; readonly key: string }[]
  readonly rest: Item[]
}

/**
 * Sorts items: numbers and ids first, then texts without regard to case, then those without a value. In descending order,
 * these are the last ones too.
 */
export function sortItems<Item>(items: readonly Item[], read: (item: Item) => unknown, isDescending: boolean): Item[] {
  const { numbers, texts, rest }: Groups<Item> = { numbers: [], texts: [], rest: [] }
  for (const item of items) {
    const value = read(item)
    if (typeof value === 'number') numbers.push({ item, key: value })
    else if (typeof value === 'string' && /^\d+$/.test(value))
      numbers.push({ item, key: value.replace(/^0+(?=\d)/, '') })
    else if (typeof value === 'string' || typeof value === 'boolean')
      texts.push({ item, key: String(value).toLowerCase() })
    else rest.push(item)
  }
  const sign = isDescending ? -1 : 1
  numbers.sort((one, other) => sign * compareNumbers(one.key, other.key))
  texts.sort((one, other) => sign * compareTexts(one.key, other.key))
  const groups = isDescending ? [texts, numbers] : [numbers, texts]
  return [...groups.flat().map(({ item }) => item), ...rest]
}

/** Compares numbers and digits. An id has more digits than a number can represent. */
function compareNumbers(one: string | number, other: string | number): number {
  if (typeof one === 'string' && typeof other === 'string') return one.length - other.length || compareTexts(one, other)
  return Number(one) - Number(other)
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
