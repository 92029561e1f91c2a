import { useEffect, useState } from 'preact/hooks'
import { loadOperations, type StudioOperation } from '../openapi-document.js'

/** The operations of the document; undefined until they are loaded. */
export function useOperations(): readonly StudioOperation[] | undefined {
  const [operations, setOperations] = useState<readonly StudioOperation[]>()
  useEffect(() => {
    loadOperations().then(setOperations, () => {})
  }, [])
  return operations
}
