const formulaStart = /^[=+\-@\t\r]/
const harmless = /^[+-]?[\d,]+(?:\.\d+)?%?$|^-+$/

/** Text that a spreadsheet program would take for a formula gets an apostrophe, which our own reader takes off again. */
export const neutral = (text: string): string => (formulaStart.test(text) && !harmless.test(text) ? `'${text}` : text)

/** What `neutral` put before a text, taken off. */
export const withoutNeutral = (text: string): string => (/^'[=+\-@]/.test(text) ? text.slice(1) : text)
