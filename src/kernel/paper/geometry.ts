/**
 * Measures of the page, shared by Word and PDF. Lengths in millimetres, type and pitch in points (1 pt = 1/72 inch).
 *
 * Standard: GB/T 9704—2012 clauses 5.1 (A4, head 37 mm, binding edge 28 mm, text block 156 × 225 mm), 5.2.2 (22 lines of
 * 28 characters), 5.2.1 (body in size 3, 16 pt), 7.3.1 (title in size 2, 22 pt), 7.5 (page number in size 4, 14 pt,
 * 7 mm below the text). A working print has no standard; its measures are ours.
 */
export type Geometry = {
  readonly width: number
  readonly height: number
  readonly margin: Sides
  readonly body: Type
  readonly title: Type
  readonly table: Type
  readonly note: Type
  readonly foot: Type
  /** Distance from one character to the next in body text, points. */
  readonly characterPitch: number
  /** From the foot of the text block to the middle of the page number. */
  readonly footDrop: number
}

type Sides = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }

/** Size of type and distance from line to line, in points. */
export type Type = { readonly size: number; readonly line: number }

export const pointsPerMm = 72 / 25.4
const a4 = { width: 210, height: 297 }

const textWidth = 156
const charactersPerLine = 28
/** 22 lines in 225 mm; the last twentieth of a point is cut off, because Word counts in twentieths. */
const officialLine = 28.95

const official: Geometry = {
  ...a4,
  margin: { top: 37, right: 26, bottom: 35, left: 28 },
  body: { size: 16, line: officialLine },
  title: { size: 22, line: 35 },
  table: { size: 12, line: 18 },
  note: { size: 10.5, line: 15 },
  foot: { size: 14, line: 14 },
  characterPitch: (textWidth * pointsPerMm) / charactersPerLine,
  footDrop: 7,
}

const working: Geometry = {
  ...a4,
  margin: { top: 20, right: 15, bottom: 20, left: 20 },
  body: { size: 10.5, line: 18 },
  title: { size: 16, line: 24 },
  table: { size: 10.5, line: 15 },
  note: { size: 9, line: 13 },
  foot: { size: 9, line: 12 },
  characterPitch: 10.5,
  footDrop: 9,
}

/** A landscape page is the portrait one turned so that its binding edge lies on top. */
const turned = (page: Geometry): Geometry => {
  const { top, right, bottom, left } = page.margin
  return {
    ...page,
    width: page.height,
    height: page.width,
    margin: { top: left, right: top, bottom: right, left: bottom },
  }
}

export function geometryOf(kind: 'official' | 'working', orientation: 'portrait' | 'landscape'): Geometry {
  const page = kind === 'official' ? official : working
  return orientation === 'landscape' ? turned(page) : page
}
