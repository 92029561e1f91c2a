import * as client from 'sceyt-platform'
import * as bulk from 'sceyt-platform/bulk'
import * as node from 'sceyt-platform/node'
import document from 'sceyt-platform/openapi.json'
import * as otel from 'sceyt-platform/otel'
import manifest from 'sceyt-platform/package.json'
import * as record from 'sceyt-platform/record'
import * as redis from 'sceyt-platform/redis'
import * as sandbox from 'sceyt-platform/sandbox'
import * as browser from 'sceyt-platform/sandbox/browser'
import * as demo from 'sceyt-platform/sandbox/demo'
import * as msw from 'sceyt-platform/sandbox/msw'
import * as sandboxNode from 'sceyt-platform/sandbox/node'
import * as playwright from 'sceyt-platform/sandbox/playwright'
import * as vitest from 'sceyt-platform/sandbox/vitest'
import * as token from 'sceyt-platform/token'
import * as validate from 'sceyt-platform/validate'
import { useEveryEntry } from './use-every-entry.js'

useEveryEntry({
  '.': client,
  './bulk': bulk,
  './node': node,
  './openapi.json': document,
  './otel': otel,
  './package.json': manifest,
  './record': record,
  './redis': redis,
  './sandbox': sandbox,
  './sandbox/browser': browser,
  './sandbox/demo': demo,
  './sandbox/msw': msw,
  './sandbox/node': sandboxNode,
  './sandbox/playwright': playwright,
  './sandbox/vitest': vitest,
  './token': token,
  './validate': validate,
})
