import type { OperationObject, ParameterObject } from '../document.js'
import { Refusal } from '../lib/refusal.js'
import { identifiers } from '../lint/rules/identifiers.js'
import { sdkResources } from '../lint/rules/sdk-resources.js'
import type { Context, Location } from '../lint/visitor.js'
import { operationsOf, schemaFile, schemasOf } from './api-sources.js'
import type { NewOperation } from './new-operation.js'
import type { Repository } from './repository.js'

/** Checks the names of an operation with the rules that the linter has for them. @throws Refusal with the first problem. */
export function checkNames(operation: NewOperation, repository: Repository): void {
  const { id, sdkName, parameters, listOf, returns, body } = operation
  const operations = [...operationsOf(repository), { id, sdkName }]
  const schemas = [listOf, listOf && `${listOf}List`, returns, body].flatMap((name) => name ?? [])
  for (const { Operation, Parameter, Schema, Root } of [sdkResources(), identifiers()]) {
    for (const { id: operationId, sdkName: name } of operations)
      Operation?.({ operationId, 'x-sdk-name': name } as OperationObject, contextOf('x.yaml'))
    for (const name of parameters) Parameter?.({ in: 'path', name } as ParameterObject, contextOf('x.yaml'))
    for (const name of new Set([...schemasOf(repository), ...schemas])) Schema?.({}, contextOf(schemaFile(name)))
    Root?.leave?.({}, contextOf('x.yaml'))
  }
}

/** Creates the part of the linter's context that the rules for names use. The sources have no problem: each is one of the new names. */
function contextOf(file: string): Context {
  const location: Location = {
    source: { absoluteRef: file },
    pointer: '#/',
    child: () => location,
    key: () => location,
  }
  const report: Context['report'] = ({ message }) => {
    throw new Refusal(message)
  }
  return { location, report } as Context
}
