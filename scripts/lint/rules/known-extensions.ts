import { type ExtendedObject, unknownExtensions } from '../extensions.js'
import type { Context, Visitor } from '../visitor.js'

/** Rejects extensions that nothing reads, such as misspelt ones. */
export function knownExtensions(): Visitor {
  const check =
    (what: ExtendedObject) =>
    (node: object, { report, location }: Context) => {
      for (const { key, message } of unknownExtensions(what, node))
        report({ message, location: location.child(key).key() })
    }
  return {
    Root: { enter: check('document') },
    Info: check('info'),
    Server: check('server'),
    Tag: check('tag'),
    PathItem: check('path'),
    Operation: check('operation'),
    Parameter: check('parameter'),
    RequestBody: check('body'),
    MediaType: check('media type'),
    Response: check('response'),
    Header: check('header'),
    Example: check('example'),
    Schema: check('schema'),
    SecurityScheme: check('security scheme'),
  }
}
