import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { ActFormProps, FormDeclaration } from './form.ts'

type Window = { readonly forms?: readonly FormDeclaration[] }

export type OfferedForm = FormDeclaration & { readonly Form: LazyExoticComponent<ComponentType<ActFormProps>> }

/** Forms of every room's window, gathered as the shell gathers pages; each is fetched when first opened. */
const windows = import.meta.glob<Window>('../../*/ui/index.ts', { eager: true })

const offered = new Map<string, OfferedForm>(
  Object.values(windows)
    .flatMap((room) => room.forms ?? [])
    .map((form) => [form.command, { ...form, Form: lazy(async () => ({ default: await form.load() })) }]),
)

export const formFor = (command: string): OfferedForm | undefined => offered.get(command)
