import { expect, it } from 'vitest'
import { serverText } from '../../src/cli/profiles/server-text.js'

it.each([
  ['https://user:pass@host.example/v1/app', 'https://host.example/v1/app'],
  ['https://user:p@ss@host.example/v1/app', 'https://host.example/v1/app'],
  ['https://user:pa/ss@host.example/v1/app', 'https://host.example/v1/app'],
  ['https://user:pa?s#s@host.example/v1/app', 'https://host.example/v1/app'],
  ['user:pass@host.example/v1/app', 'host.example/v1/app'],
  ['https://host.example/v1/app', 'https://host.example/v1/app'],
])('the password in %s is not shown', (baseUrl, expected) => {
  expect(serverText({ baseUrl })).toBe(expected)
})

it('the password in the API host is not shown either', () => {
  expect(serverText({ apiUrl: 'https://user:pa/ss@host.example', appId: 'app' })).toBe('https://host.example app')
})
