package io.tintype.sniff;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.ImageFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgHeaderTest {
  private static final String SPACE = " xmlns='http://www.w3.org/2000/svg' ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "width='10' height='20' | 10 | 20",
        "width=\"10px\" height = '20px' | 10 | 20",
        "width='1in' height='2.54cm' | 96 | 96",
        "width='25.4mm' height='72pt' | 96 | 96",
        "width='1pc' height='1em' | 16 | 12",
        "width='147.98' height='7e2' | 148 | 700",
        "viewBox='0 0 158 33' | 158 | 33",
        "viewBox=' -1,-2 , 158,33' | 158 | 33",
        "width='100%' height='100%' viewBox='0 0 7 14' | 7 | 14",
        "width='70' viewBox='0 0 7 14' | 70 | 140",
        "height='70' viewBox='0 0 7 14' | 35 | 70",
        "width='30' | 30 | 15",
        "data-width='7' x='>' height='10' width='20' | 20 | 10",
        "width='-4' height='x' | 300 | 150",
        "viewBox='0 0 0 0' | 300 | 150",
        "viewBox='a b c d' | 300 | 150",
        " | 300 | 150",
      })
  void readsTheSize(String attributes, int width, int height) {
    String text = attributes == null ? "" : attributes;

    Preview seen = read("<svg" + SPACE + text + ">").orElseThrow();

    assertThat(seen.width()).isEqualTo(width);
    assertThat(seen.height()).isEqualTo(height);
    assertThat(seen.format()).isEqualTo(ImageFormat.SVG);
    assertThat(seen.alpha()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00ef\u00bb\u00bf<?xml version='1.0'?><!-- <svg --> <svg width='9'/>",
        "<!DOCTYPE svg><svg width='9'/>",
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://a/>[\"><!-- --><svg width='9'/>",
        "<!DOCTYPE svg [ <!-- ]><!ENTITY --> <?a ]> ?><!ATTLIST a b CDATA '<!ENTITY ]>'>] ><svg"
            + " width='9'/>",
        "<!DOCTYPE svg [<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">\n"
            + "<!ENTITY a 'b'>]><svg width='9'/>",
        "<s:svg xmlns:s='http://www.w3.org/2000/svg' width='9'></s:svg>",
        "<svg\nwidth='9'\n>",
      })
  void passesWhatStandsBefore(String document) {
    assertThat(read(document)).map(Preview::width).contains(9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<svg",
        "<svg width='9",
        "<svg width=\"9'>",
        "<svgx width='9'>",
        "<html><svg/></html>",
        "<!DOCTYPE svg [<!ENTITY a 'b&b;'>]><svg/>",
        "<!DOCTYPE svg [<!ENTITY a '%b;'>]><svg/>",
        "<!DOCTYPE svg [<!ENTITY a '<g>'>]><svg/>",
        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg/>",
        "<!DOCTYPE svg [<!ENTITY a PUBLIC 'b' 'c'>]><svg/>",
        "<!DOCTYPE svg [<!ENTITY % a 'b'>]><svg/>",
        "<!DOCTYPE svg [ <!-- ]><svg width='9'> --> <!ENTITY a '&#38;b;'> ]><svg/>",
        "<!DOCTYPE svg SYSTEM 'a' [\n<!ATTLIST a b CDATA ']>'>\n<!ENTITY % a 'b'>]><svg/>",
        "<!DOCTYPE svg [ %a; ]><svg/>",
        "<!DOCTYPE svg [ <![INCLUDE[ <!ENTITY a 'b'> ]]> ]><svg/>",
        "<!DOCTYPE svg [",
        "<!DOCTYPE svg",
        "<!DOCTYPE svg [<!-- ",
        "<!DOCTYPE svg []",
        "<svg width='99999999999' height='1'>",
      })
  void refusesEntitiesAndNonsense(String document) {
    assertThat(read(document)).isEmpty();
  }

  @Test
  void refusesManyEntities() {
    String entities = "<!ENTITY a 'b'>".repeat(101);

    assertThat(read("<!DOCTYPE svg [" + entities + "]><svg width='9'/>")).isEmpty();
  }

  @Test
  void refusesWhatStandsTooFarDown() {
    assertThat(read(" ".repeat(1 << 17) + "<svg width='9'/>")).isEmpty();
    assertThat(read("<svg " + "\"'".repeat(1 << 17) + ">")).isEmpty();
    assertThat(read("<svg " + "a='b' ".repeat(10_000) + "width='9'>")).isPresent();
  }

  @Test
  void looksIntoPackedDocuments() throws IOException {
    byte[] packed = packed("<svg width='9' height='8'/>".getBytes(StandardCharsets.UTF_8));

    assertThat(Sniffer.isPackedSvg(packed)).isTrue();
    assertThat(Sniffer.formatOf(packed)).isEmpty();
    assertThat(Preflight.read(ImageFormat.SVG, MemorySegment.ofArray(packed)))
        .map(Preview::height)
        .contains(8);
  }

  static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(content);
    }
    return bytes.toByteArray();
  }

  private static Optional<Preview> read(String document) {
    return Preflight.read(
        ImageFormat.SVG, MemorySegment.ofArray(document.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
