package io.tintype.sniff;

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
          "<!ENTITY\\s++[\\w.:-]{1,99}+\\s++(?:\"[^\"&%<]{0,999}+\"|'[^'&%<]{0,999}+')\\s*+>");

  private static final int MOST_ENTITIES = 100;

  private final String text;
  private int at;
  private int entities;

  private XmlProlog(String text) {
    this.text = text;
    this.at = SvgStart.afterPreamble(text);
  }

  /** Takes the start tag of the root, without its brackets; empty if it is not to be had. */
  static Optional<String> rootOf(String text) {
    XmlProlog prolog = new XmlProlog(text);
    return prolog.passDoctype() ? prolog.tag() : Optional.empty();
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
    at = SvgStart.afterPreamble(text, text.charAt(at - 1) == '>' ? at : at + 1);
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
    boolean plain = entity.lookingAt() && ++entities <= MOST_ENTITIES;
    if (plain) {
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
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }
}
