/**
 * A fact carries what its tables need and the journal must never hold, such as a password's hash, under this key. The
 * journal writes a fact's text keys only.
 */
export const unwritten: unique symbol = Symbol('kept out of the journal')
