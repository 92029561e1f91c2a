import { h, one } from './dom.ts'
import { isolate, nameOf, type Person } from './person.ts'

export type You = ReturnType<typeof createYou>

/** Who acts. Kept for this tab alone, so that two tabs can talk to each other. */
export function createYou() {
  const select = one('you', HTMLSelectElement)
  let chosen = sessionStorage.getItem('you') ?? undefined
  select.addEventListener('change', () => {
    chosen = select.value
    sessionStorage.setItem('you', chosen)
  })

  return {
    get username() {
      return select.value
    },
    onChange(listener: () => void) {
      select.addEventListener('change', listener)
    },
    /** Lets one be chosen. Whoever was chosen stays, if they are among them. */
    chooseAmong(people: readonly Person[], otherwise = people[0]?.username) {
      select.replaceChildren(...people.map((person) => h('option', { value: person.username }, describe(person))))
      chosen ??= otherwise
      select.value = (people.some(({ username }) => username === chosen) ? chosen : otherwise) ?? ''
    },
  }
}

function describe(person: Person): string {
  const { username, role } = person
  return `${isolate(username)} (${isolate(nameOf(person))}${role ? `, ${isolate(role)}` : ''})`
}
