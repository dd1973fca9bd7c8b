// Two font packages come without types; only what this folder calls is declared.
declare module 'fontverter' {
  export function convert(font: Buffer, to: 'truetype'): Promise<Uint8Array>
}

declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: undefined,
    options: {
      readonly targetFormat: 'truetype'
      readonly keepAllGlyphs: true
      readonly variationAxes: Readonly<Record<string, number>>
    },
  ): Promise<Uint8Array>
}
