import { byId, h } from './dom.ts'
import { isolate, nameOf, type Person } from './person.ts'

export type You = ReturnType<typeof createYou>

/** Creates the choice of the current user. It is stored per tab, so that two tabs can chat with each other. */
export function createYou() {
  const select = byId('you', HTMLSelectElement)
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
    /** Sets the users to choose from. The chosen one stays, if it is among them. */
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
