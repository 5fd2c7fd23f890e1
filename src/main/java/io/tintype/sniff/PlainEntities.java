package io.tintype.sniff;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the entities that a document declares in their places, for parsers that shall know of none.
 * Works in every encoding that has the letters of ASCII where ASCII has them.
 */
public final class PlainEntities {
  /** What a reference is looked for in: a name is no longer, see {@link XmlProlog}. */
  private static final int MOST_NAME = 99;

  private static final String ENTITY = "<!ENTITY";

  /** What begins and what ends text in which no reference is one. */
  private static final Map<String, String> VERBATIM =
      Map.of("<!--", "-->", "<![CDATA[", "]]>", "<?", "?>");

  private final String text;
  private final XmlProlog.Declarations declarations;
  private final StringBuilder out;
  private int at;

  private PlainEntities(String text, XmlProlog.Declarations declarations) {
    this.text = text;
    this.declarations = declarations;
    this.out = new StringBuilder(text.length());
  }

  /** Whether a document may get larger by it. */
  public static boolean areDeclared(MemorySegment document) {
    return SvgHeader.beginning(document).contains(ENTITY);
  }

  /**
   * Puts them in, and leaves out the document type that declares them.
   *
   * @param most bytes that may come out
   * @return the document itself if it declares none; empty if it would be larger than that
   */
  public static Optional<byte[]> expanded(byte[] document, int most) {
    if (!areDeclared(MemorySegment.ofArray(document))) {
      return Optional.of(document);
    }
    String text = new String(document, StandardCharsets.ISO_8859_1);
    Optional<XmlProlog.Declarations> found = XmlProlog.declarationsOf(text);
    return found.isEmpty()
        ? Optional.of(document)
        : Optional.of(new PlainEntities(text, found.get()))
            .filter(entities -> entities.expand(most))
            .map(entities -> entities.out.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  private boolean expand(int most) {
    out.append(text, 0, declarations.from());
    at = declarations.to();
    while (at < text.length() && out.length() <= most) {
      switch (text.charAt(at)) {
        case '<' -> copyTo(endOfVerbatim());
        case '&' -> copyReference();
        default -> copyTo(at + 1);
      }
    }
    return out.length() <= most;
  }

  /** Behind the comment, instruction or section that begins here; behind this sign if none does. */
  private int endOfVerbatim() {
    for (Map.Entry<String, String> kind : VERBATIM.entrySet()) {
      if (text.startsWith(kind.getKey(), at)) {
        int end = text.indexOf(kind.getValue(), at + kind.getKey().length());
        return end < 0 ? text.length() : end + kind.getValue().length();
      }
    }
    return at + 1;
  }

  private void copyReference() {
    int end = text.indexOf(';', at, Math.min(text.length(), at + MOST_NAME + 2));
    String value = end < 0 ? null : declarations.entities().get(text.substring(at + 1, end));
    if (value == null) {
      copyTo(at + 1);
      return;
    }
    // It may stand between quotes of either kind.
    out.append(value.replace("\"", "&quot;").replace("'", "&apos;").replace(">", "&gt;"));
    at = end + 1;
  }

  private void copyTo(int end) {
    out.append(text, at, end);
    at = end;
  }
}
