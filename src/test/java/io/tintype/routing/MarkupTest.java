package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image/svg+xml | true | true | true",
        "Image/SVG+XML; charset=utf-8 | true | true | true",
        "image/svg+xml,text/plain | true | true | true",
        "image/svg+xmlx | false | false | false",
        "text/xml | false | true | true",
        "TEXT/XML;charset=utf-8 | false | true | true",
        "application/xml | false | true | true",
        "application/xhtml+xml | false | true | true",
        "application/rss+XML | false | true | true",
        "text/html; charset=utf-8 | false | false | true",
        "text/plain, Text/HTML | false | false | true",
        "text/html-not | false | false | false",
        "video/mp4 | false | false | false",
        "+xml | false | false | false",
      })
  void tellsDocumentsByTheirTypes(String type, boolean svg, boolean xml, boolean scripts) {
    assertThat(Markup.isSvg(type)).isEqualTo(svg);
    assertThat(Markup.isXml(type)).isEqualTo(xml);
    assertThat(Markup.mayRunScripts(type)).isEqualTo(scripts);
  }
}
