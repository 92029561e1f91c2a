import { useEffect, useState } from 'preact/hooks'
import { onLive } from '../live-events.js'
import { loadOperations, type StudioOperation } from '../openapi-document.js'

/** The operations of the document; undefined until they are loaded. */
export function useOperations(): readonly StudioOperation[] | undefined {
  const [operations, setOperations] = useState<readonly StudioOperation[]>()
  useEffect(() => {
    const load = () => void loadOperations().then(setOperations, () => {})
    load()
    // The server may have been away.
    return onLive('connected', (isConnected) => isConnected && load())
  }, [])
  return operations
}
