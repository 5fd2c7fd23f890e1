package io.tintype.sniff;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks through what stands before the root element of an XML document. Entities may be names of
 * short plain texts, as drawing programs write them for namespaces; those made of other entities, a
 * few lines of which can stand for gigabytes, and those that stand elsewhere are refused.
 *
 * @see <a href="https://www.w3.org/TR/xml/#sec-prolog-dtd">XML 1.0, section 2.8</a>
 */
final class XmlProlog {
  private static final String DOCTYPE = "<!DOCTYPE";
  private static final String ENTITY = "<!ENTITY";

  /** No reference in it, and no markup. */
  private static final Pattern PLAIN_ENTITY =
      Pattern.compile(
          "<!ENTITY[ \\t\\r\\n]++([\\w.:-]{1,99}+)[ \\t\\r\\n]++"
              + "(?:\"([^\"&%<]{0,999}+)\"|'([^'&%<]{0,999}+)')[ \\t\\r\\n]*+>");

  private static final int MOST_ENTITIES = 100;

  private static final String SPACE = " \t\r\n";

  private final String text;
  private final Map<String, String> entities = new HashMap<>();
  private int at;
  private int declared;
  private int doctypeEnd;

  /**
   * A document type.
   *
   * @param from its first character
   * @param to behind its last one
   * @param entities texts by name
   */
  record Declarations(int from, int to, Map<String, String> entities) {}

  private XmlProlog(String text) {
    this.text = text;
    this.at = SvgStart.afterPreamble(text);
  }

  /** Takes the start tag of the root, without its brackets; empty if it is not to be had. */
  static Optional<String> rootOf(String text) {
    XmlProlog prolog = new XmlProlog(text);
    return prolog.passDoctype() ? prolog.tag() : Optional.empty();
  }

  /** What a document declares, and where that stands; empty if it declares no entities. */
  static Optional<Declarations> declarationsOf(String text) {
    XmlProlog prolog = new XmlProlog(text);
    int from = prolog.skipSpace();
    return prolog.passDoctype() && prolog.declared > 0
        ? Optional.of(new Declarations(from, prolog.doctypeEnd, Map.copyOf(prolog.entities)))
        : Optional.empty();
  }

  private boolean passDoctype() {
    if (!text.startsWith(DOCTYPE, skipSpace())) {
      return true;
    }
    at += DOCTYPE.length();
    boolean fine =
        passTo("[>") && (text.charAt(at++) == '>' || (passDeclarations() && passTo(">")));
    if (!fine) {
      return false;
    }
    doctypeEnd = text.charAt(at - 1) == '>' ? at : at + 1;
    at = SvgStart.afterPreamble(text, doctypeEnd);
    return true;
  }

  /** Goes behind the bracket that ends a document type's own declarations. */
  private boolean passDeclarations() {
    while (skipSpace() < text.length()) {
      if (text.charAt(at) == ']') {
        at++;
        return true;
      }
      boolean passed;
      if (text.startsWith("<!--", at)) {
        passed = passText("-->", 4);
      } else if (text.startsWith("<?", at)) {
        passed = passText("?>", 2);
      } else if (text.startsWith(ENTITY, at)) {
        passed = passEntity();
      } else {
        passed = text.startsWith("<!", at) && passTo(">");
        at++;
      }
      if (!passed) {
        return false;
      }
    }
    return false;
  }

  private boolean passEntity() {
    Matcher entity = PLAIN_ENTITY.matcher(text).region(at, text.length());
    boolean plain = entity.lookingAt() && ++declared <= MOST_ENTITIES;
    if (plain) {
      String value = entity.group(2) == null ? entity.group(3) : entity.group(2);
      entities.putIfAbsent(entity.group(1), value);
      at = entity.end();
    }
    return plain;
  }

  private Optional<String> tag() {
    int start = skipSpace();
    return text.startsWith("<", start) && passTo(">")
        ? Optional.of(text.substring(start + 1, at))
        : Optional.empty();
  }

  /** Goes to one of these signs, but for those in quotes. */
  private boolean passTo(String signs) {
    char quote = 0;
    for (; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (quote != 0) {
        quote = sign == quote ? 0 : quote;
      } else if (sign == '"' || sign == '\'') {
        quote = sign;
      } else if (signs.indexOf(sign) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean passText(String end, int from) {
    int found = text.indexOf(end, at + from);
    at = found + end.length();
    return found >= 0;
  }

  private int skipSpace() {
    while (at < text.length() && SPACE.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
