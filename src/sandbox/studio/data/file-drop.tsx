import { useEffect, useRef, useState } from 'preact/hooks'
import { callMethod } from '../api-client.js'
import { formatNumber } from '../parts/formats.js'
import { ProblemText } from '../parts/problem-text.js'
import { useAction } from '../parts/use-action.js'
import { useStudio } from '../shell/studio-context.js'

/** Uploads the files that are dropped anywhere on the page. */
export function FileDrop() {
  const { sceyt, report } = useStudio()
  const action = useAction()
  const [isOver, setOver] = useState(false)
  const upload = (files: readonly File[]) =>
    action.run(async () => {
      const problems: string[] = []
      for (const file of files) {
        try {
          await callMethod(sceyt, 'files.upload', file)
        } catch (problem) {
          problems.push(`${file.name}: ${(problem as Error).message}`)
        }
      }
      const count = files.length - problems.length
      if (count > 0) report(count === 1 ? 'Uploaded 1 file' : `Uploaded ${formatNumber(count)} files`)
      if (problems.length > 0) throw new Error(problems.join('\n'))
    })
  const current = useRef(upload)
  current.current = upload
  useEffect(() => {
    const onDrag = (event: DragEvent) => {
      // A field for a file takes it itself.
      if (!event.dataTransfer?.types.includes('Files') || isFileField(event.target)) return
      // Otherwise the browser would leave the page to show the file.
      event.preventDefault()
      const isBehind = document.querySelector('dialog[open]') !== null
      if (isBehind) event.dataTransfer.dropEffect = 'none'
      setOver(event.type === 'dragover' && !isBehind)
      if (event.type === 'drop' && !isBehind) void current.current([...event.dataTransfer.files])
    }
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    addEventListener('dragover', onDrag)
    addEventListener('drop', onDrag)
    addEventListener('dragleave', onLeave)
    return () => {
      removeEventListener('dragover', onDrag)
      removeEventListener('drop', onDrag)
      removeEventListener('dragleave', onLeave)
    }
  }, [])
  return (
    <>
      <p class={`drop ${isOver ? 'over' : 'soft'}`}>
        {action.isRunning
          ? 'Uploading…'
          : isOver
            ? 'Drop to upload.'
            : 'Drop files anywhere on the page to upload them.'}
      </p>
      <ProblemText text={action.error} />
    </>
  )
}

function isFileField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'file'
}
