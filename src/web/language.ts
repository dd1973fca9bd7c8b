import type { Label, Language } from '#kernel/values/labels.ts'
import { preferences, usePreferences } from './preferences.ts'

type Texts<Labels> = { readonly [Key in keyof Labels]: string }

/** Reads one label in the reader's language. */
export function useText(): (label: Label) => string {
  const { language } = usePreferences()
  return (label) => label[language]
}

/** A room's or a page's labels in the reader's language: `const t = useLabels(labels)`, then `t.title`. */
export function useLabels<const Labels extends Readonly<Record<string, Label>>>(labels: Labels): Texts<Labels> {
  const { language } = usePreferences()
  return textsIn(language, labels)
}

const made = new WeakMap<object, Partial<Record<Language, object>>>()

function textsIn<Labels extends Readonly<Record<string, Label>>>(language: Language, labels: Labels): Texts<Labels> {
  const known = made.get(labels) ?? {}
  const texts =
    known[language] ?? Object.fromEntries(Object.entries(labels).map(([key, text]) => [key, text[language]]))
  made.set(labels, { ...known, [language]: texts })
  return texts as Texts<Labels>
}

/** For code outside components, such as problems made in the browser. */
export const currentLanguage = (): Language => preferences().language
