/** What a person reads: Chinese first, English beside it. Traditional Chinese is made from `zh`. */
export type Label = { readonly zh: string; readonly en: string }
export type Language = 'zh' | 'en'

export const label = (zh: string, en: string): Label => ({ zh, en })
