import { useEffect, useState } from 'preact/hooks'
import { callMethod } from '../api-client.js'
import { ProblemText } from '../parts/problem-text.js'
import { useAction } from '../parts/use-action.js'
import { useStudio } from '../shell/studio-context.js'

interface FilePanelProps {
  readonly name: string
  /** Its media type, which only the server's state has. */
  readonly type: string
}

/** Downloads a file, and shows it if it is an image. */
export function FilePanel({ name, type }: FilePanelProps) {
  const { sceyt } = useStudio()
  const action = useAction()
  const [url, setUrl] = useState<string>()
  useEffect(() => () => void (url !== undefined && URL.revokeObjectURL(url)), [url])
  const isImage = type.startsWith('image/')
  const load = async () => {
    const content = (await callMethod(sceyt, 'files.download', name)) as Blob
    return URL.createObjectURL(new Blob([content], { type: isImage ? type : 'application/octet-stream' }))
  }
  const download = () =>
    action.run(async () => {
      const link = document.createElement('a')
      link.href = url ?? (await load())
      link.download = name
      link.click()
    })
  return (
    <div class="stack">
      <div class="toolbar">
        <button type="button" disabled={action.isRunning} onClick={download}>
          Download
        </button>
        {isImage && url === undefined && (
          <button type="button" onClick={() => action.run(async () => setUrl(await load()))}>
            Preview
          </button>
        )}
      </div>
      <ProblemText text={action.error} />
      {url !== undefined && <img class="preview" src={url} alt={name} />}
    </div>
  )
}
