/** The least characters of a piece. */
const least = 256 * 1024

/** Joins short texts into long pieces, each worth a write of its own. */
export function* longPieces(texts: Iterable<string>): Generator<string, void, undefined> {
  let piece = ''
  for (const text of texts) {
    piece += text
    if (piece.length < least) continue
    yield piece
    piece = ''
  }
  if (piece) yield piece
}
