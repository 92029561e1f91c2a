import { describe, expect, it } from 'vitest'
import { parseNoProxy } from '../../src/node/no-proxy.js'

describe('NO_PROXY', () => {
  it.each([
    ['example.com', 'http://example.com'],
    ['example.com', 'https://api.example.com:8443'],
    ['example.com', 'http://EXAMPLE.com.'],
    ['Example.COM.', 'http://example.com'],
    ['.example.com', 'http://api.example.com'],
    ['.example.com', 'http://example.com'],
    ['*.example.com', 'http://api.example.com'],
    ['a.org, example.com ,b.org', 'http://example.com'],
    ['a.org example.com\tb.org', 'http://example.com'],
    ['example.com:8080', 'http://example.com:8080'],
    ['example.com:80', 'http://example.com'],
    ['example.com:443', 'https://example.com'],
    ['.example.com:443', 'https://api.example.com'],
    ['*', 'http://example.com'],
    ['a.org,*', 'http://[::1]'],
    ['localhost', 'http://localhost:4010'],
    ['münchen.de', 'http://api.münchen.de'],
    ['10.0.0.1', 'http://10.0.0.1:8080'],
    ['10.0.0.1:8080', 'http://10.0.0.1:8080'],
    ['10.0.0.0/8', 'http://10.255.0.1'],
    ['10.1.2.3/8', 'http://10.255.0.1'],
    ['0.0.0.0/0', 'http://192.168.0.1'],
    ['192.168.1.7/32', 'http://192.168.1.7'],
    ['::1', 'http://[::1]'],
    ['[::1]', 'http://[::1]:8080'],
    ['[::1]:8080', 'http://[::1]:8080'],
    ['0:0:0:0:0:0:0:1', 'http://[::1]'],
    ['fd00::/8', 'http://[fd12:3456::1]'],
    ['[fd00::]/8', 'http://[fd12:3456::1]'],
    ['2001:DB8::1', 'http://[2001:db8::1]'],
    ['127.0.0.1', 'http://[::ffff:127.0.0.1]'],
  ])('%j excludes %s', (list, url) => {
    expect(parseNoProxy(list)(new URL(url))).toBe(true)
  })

  it.each([
    ['', 'http://example.com'],
    [' , ,', 'http://example.com'],
    ['example.com', 'http://notexample.com'],
    ['example.com', 'http://example.com.org'],
    ['api.example.com', 'http://example.com'],
    ['example.com:8080', 'http://example.com'],
    ['example.com:80', 'https://example.com'],
    ['10.0.0.1', 'http://10.0.0.10'],
    ['0.0.1', 'http://10.0.0.1'],
    ['1', 'http://10.0.0.1'],
    ['10.0.0.1:8080', 'http://10.0.0.1'],
    ['10.0.0.0/8', 'http://11.0.0.1'],
    ['10.0.0.0/33', 'http://10.0.0.1'],
    ['example.com/8', 'http://example.com'],
    ['10.0.0.0/8', 'http://10.example.com'],
    ['fd00::/8', 'http://[fe80::1]'],
    ['fd00::/8', 'http://10.0.0.1'],
    ['[::1]:8080', 'http://[::1]'],
    ['::1', 'http://[::2]'],
    ['ex*mple.com', 'http://example.com'],
    ['.', 'http://example.com'],
    ['/', 'http://example.com'],
    [':80', 'http://example.com'],
  ])('%j does not exclude %s', (list, url) => {
    expect(parseNoProxy(list)(new URL(url))).toBe(false)
  })
})
