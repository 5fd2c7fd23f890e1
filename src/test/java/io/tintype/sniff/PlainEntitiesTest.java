package io.tintype.sniff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainEntitiesTest {
  private static final int MOST = 10_000;

  /** What Adobe Illustrator begins its files with. */
  private static final String TYPE =
      """
      <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://e/svg11.dtd" [
      <!ENTITY ns_svg "http://www.w3.org/2000/svg">
      <!ENTITY a 'é">'>
      <!ENTITY a 'second'>]>\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<svg xmlns=\"&ns_svg;\"/> | <svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<svg>&a;&a;</svg> | <svg>é&quot;&gt;é&quot;&gt;</svg>",
        "<svg>&lt;&b;&#9;& &a</svg> | <svg>&lt;&b;&#9;& &a</svg>",
        "<svg><!-- &a; --><?a &a;?><![CDATA[&a;]]></svg> "
            + "| <svg><!-- &a; --><?a &a;?><![CDATA[&a;]]></svg>",
        "<svg><!-- &a; | <svg><!-- &a;",
      })
  void putsThemInTheirPlaces(String document, String expanded) {
    assertThat(expanded("<?xml version='1.0'?> " + TYPE + document))
        .contains("<?xml version='1.0'?> " + expanded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<svg>&a;</svg>",
        "<!DOCTYPE svg><svg>&a;</svg>",
        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><svg>&a;</svg>",
        "<!DOCTYPE svg [<!ENTITY a '&b;'>]><svg>&a;</svg>",
        "<!DOCTYPE svg [<!ENTITY a\u000b'b'>]><svg>&a;</svg>",
        "<!DOCTYPE svg [\u000b<!ENTITY a 'b'>]><svg>&a;</svg>",
        "<svg><!-- <!ENTITY a 'b'> -->&a;</svg>",
      })
  void leavesEveryOtherDocumentAsItIs(String document) {
    assertThat(expanded(document)).contains(document);
  }

  @Test
  void endsWhereItGetsTooLarge() {
    String type = "<!DOCTYPE svg [<!ENTITY a '" + "b".repeat(999) + "'>]>";

    assertThat(expanded(type + "<svg>" + "&a;".repeat(9) + "</svg>")).isPresent();
    assertThat(expanded(type + "<svg>" + "&a;".repeat(11) + "</svg>")).isEmpty();
  }

  private static Optional<String> expanded(String document) {
    return PlainEntities.expanded(document.getBytes(UTF_8), MOST)
        .map(bytes -> new String(bytes, UTF_8));
  }
}
