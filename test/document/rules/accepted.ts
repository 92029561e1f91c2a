import type { Sources } from './sources.js'

const update = (sources: Sources) => sources['paths/users_{username}.yaml'].put.requestBody.content['application/json']

/** Changes that no rule reports. */
export const accepted: { what: string; mutate(sources: Sources): void }[] = [
  {
    what: 'A body of ids alone, without an example in several scripts',
    mutate: (sources) => {
      const text = { description: 'What it is.', writeOnly: true, type: 'string', examples: ['a'] }
      Object.assign(sources['components/schemas/UserUpdate.yaml'], {
        properties: {
          id: text,
          room_ids: {
            description: 'Rooms.',
            writeOnly: true,
            type: 'array',
            items: { type: 'string', examples: ['a'] },
          },
          color: { ...text, enum: ['a'] },
          code: { ...text, pattern: '^a$', 'x-pattern-words': 'one letter' },
          born: { ...text, format: 'date', examples: ['2001-02-03'] },
        },
      })
      const value = { id: 'a', room_ids: ['a'], color: 'a', code: 'a', born: '2001-02-03' }
      Object.assign(update(sources), { examples: { plain: { value } } })
    },
  },
]
