const fullWidth = /[\uff01-\uff5e]/g
const distance = 0xfee0

/** Full-width forms typed by a Chinese keyboard, as their ASCII twins: １２３Ｘ → 123X. */
export const foldWidth = (text: string): string =>
  text.replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - distance))
