package io.tintype.svg;

import java.util.regex.Pattern;

/** Copies a style sheet rule by rule; one that may not stay is left out with its block. */
final class StyleSheet {
  /** Rules within each other; what is deeper is left out. */
  private static final int MOST_DEPTH = 16;

  /** The one kind of at-rule that only chooses. */
  private static final Pattern MEDIA =
      Pattern.compile("@media(?![\\w-]).*+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final StylePieces pieces;
  private final StringBuilder kept = new StringBuilder();

  /** Blocks around what comes next that are kept. */
  private int open;

  /** Blocks around what comes next that are left out, within those. */
  private int leftOut;

  StyleSheet(String text) {
    this.pieces = new StylePieces(text, ";{}");
  }

  String kept() {
    while (pieces.hasNext()) {
      StylePieces.Piece piece = pieces.next();
      switch (piece.end()) {
        case '{' -> begin(piece);
        case '}' -> end(piece);
        default -> declaration(piece);
      }
    }
    return kept.append("}".repeat(open)).toString().strip();
  }

  private void begin(StylePieces.Piece head) {
    if (leftOut == 0 && open < MOST_DEPTH && isHead(head)) {
      kept.append(head.text()).append('{');
      open++;
    } else {
      leftOut++;
    }
  }

  private void end(StylePieces.Piece last) {
    if (leftOut > 0) {
      leftOut--;
    } else if (open > 0) {
      kept.append(Styles.isDeclaration(last) ? last.text() : "").append('}');
      open--;
    }
  }

  /** Outside of all blocks this is a rule without one, as those that read other sheets. */
  private void declaration(StylePieces.Piece piece) {
    if (leftOut == 0 && open > 0) {
      kept.append(Styles.isDeclaration(piece) ? piece.text() : "");
      kept.append(piece.end() == 0 ? "" : ";");
    }
  }

  private static boolean isHead(StylePieces.Piece head) {
    String bare = head.text().strip();
    return head.plain()
        && !bare.isEmpty()
        && (bare.charAt(0) != '@' || MEDIA.matcher(bare).matches());
  }
}
