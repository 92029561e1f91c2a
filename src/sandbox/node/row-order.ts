type Key = string | number

/**
 * Sorts items: numbers and ids first, then texts without regard to case, then those without a value. In descending order,
 * texts are before numbers, and those without a value are the last ones too.
 */
export function sortItems<Item>(
  items: readonly Item[],
  read: (item: Item) => unknown,
  isDescending: boolean,
): readonly Item[] {
  const keys: Key[] = []
  // Sorting the indexes of keys is faster than sorting objects.
  const [numbers, texts, rest]: [number[], number[], number[]] = [[], [], []]
  for (const [index, item] of items.entries()) {
    const value = read(item)
    const key = toKey(value)
    keys.push(key ?? '')
    if (key === undefined) rest.push(index)
    else if (typeof key === 'number' || isDigits(key)) numbers.push(index)
    else texts.push(index)
  }
  const [up, down] = isDescending ? [1, -1] : [-1, 1]
  numbers.sort((one, other) => down * compareNumbers(keys[one] as Key, keys[other] as Key))
  texts.sort((one, other) => {
    const [key, otherKey] = [keys[one] as string, keys[other] as string]
    return key === otherKey ? 0 : key < otherKey ? up : down
  })
  const sorted = isDescending ? [texts, numbers, rest] : [numbers, texts, rest]
  return sorted.flatMap((indexes) => indexes.map((index) => items[index] as Item))
}

function toKey(value: unknown): Key | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return isDigits(value) ? value.replace(/^0+(?=\d)/, '') : value.toLowerCase()
  return typeof value === 'boolean' ? String(value) : undefined
}

function isDigits(text: string): boolean {
  // Most texts do not begin with one, and this is faster.
  const first = text.charCodeAt(0)
  return first >= 48 && first <= 57 && /^\d+$/.test(text)
}

/** Compares numbers and digits. An id has more digits than a number can represent. */
function compareNumbers(one: Key, other: Key): number {
  if (typeof one === 'number' || typeof other === 'number') return Number(one) - Number(other)
  return one.length - other.length || (one === other ? 0 : one < other ? -1 : 1)
}
