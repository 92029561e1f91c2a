import { expectTypeOf, test } from 'vitest'
import type { OperationsOf } from '../../generated/rules.js'
import type { operations } from '../../generated/schema.js'
import { createSceyt, type User } from '../../src/index.js'
import type { Handler, HandlersOf, ResultOf } from '../../src/sandbox/handlers/handler.js'
import { createSandbox, type Fault, type Seed } from '../../src/sandbox/index.js'

test('There is a handler for every operation, and one that is missing does not compile.', () => {
  expectTypeOf<OperationsOf[keyof OperationsOf]>().toEqualTypeOf<keyof operations>()
  const others = {} as Omit<HandlersOf<'users'>, 'createUser'>
  // @ts-expect-error a new operation of the document is missing like this
  expectTypeOf(others).toExtend<HandlersOf<'users'>>()
})

test('A handler returns what the document says.', () => {
  expectTypeOf<ResultOf<'getUser'>>().toEqualTypeOf<User>()
  expectTypeOf<ResultOf<'deleteUser'>>().toEqualTypeOf<undefined>()
  expectTypeOf<() => { name: string }>().not.toExtend<Handler<'getUser'>>()
})

test('The client accepts a connection.', () => {
  expectTypeOf(createSceyt).toBeCallableWith(createSandbox().connection())
})

test('Faults and seeds use the words of the document.', () => {
  expectTypeOf<{ operation: 'listUsers'; status: number }>().toExtend<Fault>()
  expectTypeOf<{ operation: 'channels.members.add'; status: number }>().toExtend<Fault>()
  expectTypeOf<{ operation: 'listPeople'; status: number }>().not.toExtend<Fault>()
  expectTypeOf<{ channels: { type: 'broadcast' }[] }>().toExtend<Seed>()
  expectTypeOf<{ channels: { type: 5 }[] }>().not.toExtend<Seed>()
  expectTypeOf<{ start: undefined; users: { username: string; first_name: undefined }[] }>().toExtend<Seed>()
})
