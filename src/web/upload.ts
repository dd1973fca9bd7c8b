import { z } from 'zod'
import { csrfHeader, throughGate } from './http.ts'
import { currentLanguage } from './language.ts'
import { Problem, ProblemDocument, unreachable, unreadable } from './problem.ts'

const Kept = z.object({ fileId: z.string(), fileName: z.string(), bytes: z.number() })
/** A file the server now keeps; commands name it by its id. */
export type KeptFile = z.output<typeof Kept>

/**
 * Sends a file and tells how much of it has gone, 0 to 1. Throws `Problem`; nothing is kept of a file cut off. A session
 * that ended meanwhile is renewed and the file goes once more: nobody has to choose it again.
 */
export const uploadFile = (file: File, onProgress: (part: number) => void, signal?: AbortSignal): Promise<KeptFile> =>
  throughGate(() => sendFile(file, onProgress, signal))

function sendFile(file: File, onProgress: (part: number) => void, signal?: AbortSignal): Promise<KeptFile> {
  return new Promise((resolve, reject) => {
    // Fetch does not tell how much of a body has gone.
    const request = new XMLHttpRequest()
    request.open('POST', '/api/files')
    request.responseType = 'json'
    request.setRequestHeader('accept-language', currentLanguage() === 'zh' ? 'zh-CN' : 'en')
    for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => {
      const kept = Kept.safeParse(request.response)
      const problem = ProblemDocument.safeParse(request.response)
      if (request.status < 300 && kept.success) resolve(kept.data)
      else reject(problem.success ? new Problem(problem.data) : unreadable(request.status))
    })
    request.addEventListener('error', () => reject(unreachable()))
    request.addEventListener('abort', () => reject(unreachable()))
    signal?.addEventListener('abort', () => request.abort())
    const body = new FormData()
    body.append('file', file, file.name)
    request.send(body)
  })
}
