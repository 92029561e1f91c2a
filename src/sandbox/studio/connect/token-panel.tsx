import { useId, useRef, useState } from 'preact/hooks'
import { callControl } from '../control-client.js'
import { longestSearch } from '../data/use-rows.js'
import { CodeBlock } from '../parts/code-block.js'
import { formatTime } from '../parts/formats.js'
import { ProblemText } from '../parts/problem-text.js'
import { ShownText } from '../parts/shown-text.js'
import { useAction } from '../parts/use-action.js'
import { useLiveValue } from '../parts/use-live-value.js'
import { useRoute } from '../route.js'
import { useStudio } from '../shell/studio-context.js'

interface UserToken {
  readonly token: string
  readonly expiresAt: string
}

const defaultLifetime = 21_600_000
const lifetimes = [
  ['10 minutes', 600_000],
  ['1 hour', 3_600_000],
  ['6 hours', defaultLifetime],
  ['7 days', 604_800_000],
] as const

/** Creates an access token for a user. */
export function TokenPanel() {
  const { app } = useStudio()
  const { query } = useRoute()
  const [username, setUsername] = useState(query.get('user') ?? '')
  const [lifetime, setLifetime] = useState(String(defaultLifetime))
  const [made, setMade] = useState<UserToken & { readonly username: string }>()
  const action = useAction()
  const list = useId()
  const { value: users } = useLiveValue(`users ${app.appId} ${username}`, (signal) =>
    callControl<{ rows: readonly { username: string }[] }>('GET', '/rows', {
      query: { of: 'users', app: app.appId, search: username.slice(0, longestSearch), limit: 20 },
      signal,
    }),
  )
  // While the next ones are sought, the last ones stay: a list that goes and comes would close.
  const suggestions = useRef(users)
  if (users) suggestions.current = users
  const create = (event: Event) => {
    event.preventDefault()
    void action.run(async () => {
      const body = { username, appId: app.appId, expiresIn: Number(lifetime) }
      setMade({ ...(await callControl<UserToken>('POST', '/token', { body })), username })
    })
  }
  return (
    <section class="panel" aria-labelledby="token">
      <h2 id="token">User token</h2>
      <form class="toolbar" onSubmit={create}>
        <label class="field">
          User
          <input
            required
            dir="auto"
            autocomplete="off"
            list={list}
            value={username}
            onInput={({ currentTarget }) => setUsername(currentTarget.value)}
          />
        </label>
        <datalist id={list}>
          {suggestions.current?.rows.map((user) => (
            <option key={user.username} value={user.username} />
          ))}
        </datalist>
        <label class="field">
          Expires after
          <select value={lifetime} onChange={({ currentTarget }) => setLifetime(currentTarget.value)}>
            {lifetimes.map(([text, duration]) => (
              <option key={text} value={duration}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="primary end" disabled={action.isRunning}>
          Create a token
        </button>
      </form>
      <ProblemText text={action.error} />
      {made ? (
        <>
          <p class="wrap">
            For <ShownText text={made.username} />, valid until {formatTime(made.expiresAt)} on the sandbox clock:
          </p>
          <CodeBlock text={made.token} what="token" />
        </>
      ) : (
        <p class="soft">With a token, a chat client can sign in as the user.</p>
      )}
    </section>
  )
}
