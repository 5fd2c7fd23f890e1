package io.tintype.dialect.imagekit;

import io.tintype.model.PercentEncoding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Texts in Base64: with or without padding, with either alphabet. A space was a {@code +} before
 * somebody on the way read the query as a form.
 */
final class Base64Text {
  private static final int CONTINUATION_MASK = 0xC0;
  private static final int CONTINUATION = 0x80;
  private static final int LEAST_LEAD = 0xC0;

  private Base64Text() {}

  /**
   * The text, if it is one: UTF-8 without control characters other than line ends.
   *
   * @param encoded as it stands in a chain; older SDKs percent-encode it once more
   * @param most longest Base64 that is read, in characters; the rest is left out
   */
  static Optional<String> decode(String encoded, int most) {
    String standard =
        PercentEncoding.decode(encoded)
            .orElse("")
            .replace('-', '+')
            .replace(' ', '+')
            .replace('_', '/');
    String digits = withoutPadding(standard);
    boolean cut = digits.length() > most;
    try {
      byte[] bytes = Base64.getDecoder().decode(cut ? digits.substring(0, most) : digits);
      int length = cut ? wholeCharacters(bytes) : bytes.length;
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
      String lines = text.replace("\r\n", "\n");
      return Optional.of(lines).filter(Base64Text::isPlain);
    } catch (CharacterCodingException | IllegalArgumentException noText) {
      return Optional.empty();
    }
  }

  private static String withoutPadding(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '=') {
      end--;
    }
    return text.substring(0, end);
  }

  /** How many bytes are left without a character that has been cut through. */
  private static int wholeCharacters(byte[] bytes) {
    int lead = bytes.length - 1;
    while (lead > 0 && (bytes[lead] & CONTINUATION_MASK) == CONTINUATION) {
      lead--;
    }
    return lead >= 0 && (bytes[lead] & 0xff) >= LEAST_LEAD ? lead : bytes.length;
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c));
  }
}
