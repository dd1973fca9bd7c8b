import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { queryOptionsFor } from '#web/api.ts'
import { asProblem, type Problem } from '#web/problem.ts'
import type { Broken } from '../contract.ts'
import { verifyPart } from './api.ts'

export type Verification =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly upTo: number; readonly head: number }
  | { readonly state: 'passed'; readonly entries: number; readonly seconds: number }
  | { readonly state: 'broken'; readonly broken: z.output<typeof Broken> }
  | { readonly state: 'failed'; readonly problem: Problem }

/** Walks the chain part by part, so that a million entries show how far the reading has come. */
export function useVerification() {
  const client = useQueryClient()
  const [verification, set] = useState<Verification>({ state: 'idle' })
  const running = useRef(false)
  const start = async (): Promise<void> => {
    if (running.current) return
    running.current = true
    const began = performance.now()
    try {
      for (let after = '0'; ;) {
        const part = await client.fetchQuery({ ...queryOptionsFor(verifyPart, { after }), staleTime: 0, gcTime: 0 })
        if (part.broken) return set({ state: 'broken', broken: part.broken })
        if (part.done) {
          return set({ state: 'passed', entries: Number(part.upTo), seconds: (performance.now() - began) / 1000 })
        }
        set({ state: 'running', upTo: Number(part.upTo), head: Number(part.head) })
        after = part.upTo
      }
    } catch (error) {
      set({ state: 'failed', problem: asProblem(error) })
    } finally {
      running.current = false
    }
  }
  return { verification, start }
}
