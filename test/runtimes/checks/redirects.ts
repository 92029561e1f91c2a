import type { Sceyt } from 'sceyt-platform'
import type { Check } from '../check.js'
import { openScene } from '../scene.js'

const statuses = [301, 302, 303, 307, 308] as const

export const redirects: readonly Check[] = [
  redirect('a GET does not follow a redirect to another origin', ({ users }) => users.get('zoe')),
  redirect('a POST does not follow a redirect to another origin', ({ users }) => users.create({ username: 'zoe' })),
]

function redirect(name: string, call: (sceyt: Sceyt) => Promise<unknown>): Check {
  return {
    name,
    expected: { outcomes: statuses.map((status) => `RedirectError ${status} elsewhere`), keysElsewhere: [] },
    async run(site) {
      const outcomes: string[] = []
      const keysElsewhere: string[] = []
      for (const step of statuses) {
        const { sceyt, seenElsewhere } = openScene(site, [step])
        outcomes.push(
          await call(sceyt).then(
            () => 'followed',
            ({ name, status, location }) =>
              `${name} ${status} ${location?.startsWith(site.elsewhere) ? 'elsewhere' : location}`,
          ),
        )
        for (const { key } of await seenElsewhere()) keysElsewhere.push(key)
      }
      return { outcomes, keysElsewhere }
    },
  }
}
