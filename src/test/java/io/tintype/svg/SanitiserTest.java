package io.tintype.svg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SanitiserTest {
  private static final String START =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

  /** What stands in a drawing, and what is left of it. */
  record Case(String content, String left) {}

  static List<Case> cases() {
    return List.of(
        new Case(
            "<rect width=\"9\" fill=\"#f00\"></rect>", "<rect width=\"9\" fill=\"#f00\"></rect>"),
        new Case("<script>alert(1)</script>", ""),
        new Case("<script xlink:href='http://e/x.js'/>", ""),
        new Case("<g xmlns:s='http://www.w3.org/2000/svg'><s:script>a</s:script></g>", "<g></g>"),
        new Case("<script xmlns='http://www.w3.org/1999/xhtml'>a</script>", ""),
        new Case("<SCRIPT>a</SCRIPT>", ""),
        new Case("<rect onclick='a()' ONLOAD='a()' onfocusin='a()'/>", "<rect></rect>"),
        new Case("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>", ""),
        new Case("<iframe xmlns='http://www.w3.org/1999/xhtml' src='javascript:a'/>", ""),
        new Case("<a href='javascript:a()'><rect/></a>", "<rect></rect>"),
        new Case("<a xlink:href='http://e/'><a><g/></a></a>", "<g></g>"),
        new Case("<use href='#a'/>", "<use href=\"#a\"></use>"),
        new Case("<use xlink:href='#a'/>", "<use xlink:href=\"#a\"></use>"),
        new Case("<use href='http://e/x.svg#a'/>", "<use></use>"),
        new Case("<use href='data:image/svg+xml;base64,PHN2Zz4=#a'/>", "<use></use>"),
        new Case("<use href='//e/x.svg#a'/>", "<use></use>"),
        new Case("<image href='http://e/x.png'/>", "<image></image>"),
        new Case("<image href='file:///etc/passwd'/>", "<image></image>"),
        new Case("<image href='data:image/svg+xml,&lt;svg/>'/>", "<image></image>"),
        new Case("<image href='data:text/html;base64,PGI+'/>", "<image></image>"),
        new Case(
            "<image href='data:image/png;base64,iVBORw0='/>",
            "<image href=\"data:image/png;base64,iVBORw0=\"></image>"),
        new Case("<image href=' javascript:a()'/>", "<image></image>"),
        new Case("<feImage href='http://e/'/>", "<feImage></feImage>"),
        new Case("<set attributeName='href' to='javascript:a()'/>", ""),
        new Case("<animate attributeName='xlink:href' values='javascript:a()'/>", ""),
        new Case("<animateTransform onbegin='a()'/>", ""),
        new Case("<handler>a</handler><listener/>", ""),
        new Case("<rect fill='url(#a)'/>", "<rect fill=\"url(#a)\"></rect>"),
        new Case(
            "<rect fill='url( \"#a\" ) red'/>", "<rect fill=\"url( &quot;#a&quot; ) red\"></rect>"),
        new Case("<rect fill='url(http://e/#a)'/>", "<rect></rect>"),
        new Case("<rect fill='URL(//e/#a)'/>", "<rect></rect>"),
        new Case("<rect fill='\\75 rl(http://e)'/>", "<rect></rect>"),
        new Case("<rect filter='url(#a) url(http://e)'/>", "<rect></rect>"),
        new Case(
            "<rect style='fill:red;stroke:url(http://e)'/>", "<rect style=\"fill:red;\"></rect>"),
        new Case("<rect style='width:expression(a())'/>", "<rect></rect>"),
        new Case("<rect style='behavior:url(#a)'/>", "<rect></rect>"),
        new Case("<rect style='-moz-binding:url(#a)'/>", "<rect></rect>"),
        new Case("<rect style='fill:u/**/rl(http:x);r:1'/>", "<rect style=\"r:1\"></rect>"),
        new Case("<rect style='fill:red'/>", "<rect style=\"fill:red\"></rect>"),
        new Case("<style>.a{fill:red}</style>", "<style>.a{fill:red}</style>"),
        new Case(
            "<style>@import url(http://e);.a{fill:red}</style>", "<style>.a{fill:red}</style>"),
        new Case("<style>@import 'http://e';.a{fill:red}</style>", "<style>.a{fill:red}</style>"),
        new Case(
            "<style>.a{fill:url(http://e);stroke:red}</style>", "<style>.a{;stroke:red}</style>"),
        new Case("<style>.a{fill:\\75 rl(http://e)}</style>", "<style>.a{}</style>"),
        new Case("<style><![CDATA[.a>b{fill:red}]]></style>", "<style>.a&gt;b{fill:red}</style>"),
        new Case("<style>a{}<script>x</script></style>", "<style>a{}</style>"),
        new Case("<style>&lt;/style>&lt;script></style>", "<style></style>"),
        new Case("<?xml-stylesheet href='http://e'?><!-- a --><g/>", "<g></g>"),
        new Case("<metadata><x:a xmlns:x='x'/></metadata>", ""),
        new Case("<g inkscape:label='a' xmlns:inkscape='i'/>", "<g></g>"),
        new Case(
            "<text xml:space='preserve'> a &lt; b </text>",
            "<text xml:space=\"preserve\"> a &lt; b </text>"),
        new Case("<title>&lt;script></title>", "<title>&lt;script&gt;</title>"),
        new Case("<g xml:base='http://e/'/>", "<g></g>"),
        new Case(
            "<g id='facial-expression' class='a:b(c)\\d'><g id='javascript'/></g>",
            "<g id=\"facial-expression\" class=\"a:b(c)\\d\"><g id=\"javascript\"></g></g>"),
        new Case(
            "<text font-family='a//b' lang='data:'/>",
            "<text font-family=\"a//b\" lang=\"data:\"></text>"),
        new Case(
            "<g requiredFeatures='http://www.w3.org/TR/SVG11/feature#Shape'/>",
            "<g requiredFeatures=\"http://www.w3.org/TR/SVG11/feature#Shape\"></g>"),
        new Case(
            "<g transform='translate(1 2)\trotate (9)' fill='rgb(1,2,3)'/>",
            "<g transform=\"translate(1 2) rotate (9)\" fill=\"rgb(1,2,3)\"></g>"),
        new Case("<g filter='image-set(\"http://e\" 1x)' mask='src(\"http://e\")'/>", "<g></g>"),
        new Case("<switch><foreignObject/><g/></switch>", "<switch><g></g></switch>"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leavesWhatCannotDoHarm(Case one) throws Exception {
    String clean = sanitised(START + ">" + one.content + "</svg>");

    assertThat(clean).isEqualTo(START + ">" + one.left + "</svg>");
    DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(clean.getBytes(UTF_8)));
    assertThat(sanitised(clean)).isEqualTo(clean);
  }

  @Test
  void leavesOutWhatStandsAroundTheDrawing() {
    String document =
        "<?xml version='1.0' encoding='ISO-8859-1'?><?xml-stylesheet href='http://e'?><!DOCTYPE svg"
            + " PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://e/svg11.dtd'><s:svg"
            + " xmlns:s='http://www.w3.org/2000/svg' onload='a()' width='9'><s:g/></s:svg><!-- -->";

    assertThat(sanitised(document)).isEqualTo(START + " width=\"9\"><g></g></svg>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<svg>",
        "<svg/>",
        "<html xmlns='http://www.w3.org/1999/xhtml'/>",
        "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'/><svg xmlns='http://www.w3.org/2000/svg'/>",
        "<svg xmlns='http://www.w3.org/2000/svg' a='1' a='2'/>",
        "<svg xmlns='http://www.w3.org/2000/svg'>\u0001</svg>",
      })
  void refusesWhatIsNoDrawing(String document) {
    assertThatThrownBy(() -> sanitised(document)).isInstanceOf(FaultException.class);
  }

  @Test
  void expandsNoEntities() {
    String document =
        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/hostname'><!ENTITY b 'bbb'>]>"
            + START
            + "><text>&a;&b;</text></svg>";

    try {
      assertThat(sanitised(document)).isEqualTo(START + "><text></text></svg>");
    } catch (FaultException refused) {
      assertThat(refused.fault().message()).contains("damaged");
    }
  }

  @Test
  void refusesWhatIsNestedTooDeeply() {
    String deep = "<g>".repeat(600) + "</g>".repeat(600);

    assertThatThrownBy(() -> sanitised(START + ">" + deep + "</svg>"))
        .hasMessageContaining("512 elements");
  }

  @Test
  void takesLargeDrawings() {
    String large =
        "<path d=\"M0 0%s\"></path>".formatted("L9 9".repeat(500_000))
            + "<g class=\"a\"></g>".repeat(50_000)
            + "<text>%s</text>".formatted("a".repeat(300_000));

    assertThat(sanitised(START + ">" + large + "</svg>")).endsWith(large + "</svg>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE svg [\u0001]>",
        "<!DOCTYPE svg [<!ENTITY a 'b\u0001'>]>",
        "<!DOCTYPE svg [<!\u0001]>",
        "<!DOCTYPE svg [<![INCLUDE[\u000b",
        "<!DOCTYPE \u0001",
        "<?xml version='9.9'?>",
        "<?xml version='1.0' encoding='none'?>",
        "<?xml version='1.0' encoding='UTF-16'?>",
        "\u000b",
      })
  void refusesWhateverItsParserStumblesOver(String start) {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, UTF_8));
    try {
      assertThatThrownBy(() -> sanitised(start + START + "><g>&a;</svg>"))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("damaged");
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(UTF_8)).isEmpty();
  }

  @Test
  void asksWhetherToGoOn() {
    byte[] document = (START + ">" + "<g/>".repeat(10_000) + "</svg>").getBytes(UTF_8);
    byte[] leftOut =
        (START + "><a><metadata>" + "<g/>".repeat(10_000) + "</metadata></a></svg>")
            .getBytes(UTF_8);
    AtomicInteger asked = new AtomicInteger();
    Runnable checkpoint =
        () -> {
          if (asked.incrementAndGet() % 3 == 0) {
            throw new FaultException(new Fault.ClientGone());
          }
        };

    for (byte[] each : List.of(document, leftOut)) {
      assertThatThrownBy(() -> Sanitiser.sanitised(each, checkpoint))
          .isInstanceOfSatisfying(
              FaultException.class,
              ended -> assertThat(ended.fault()).isInstanceOf(Fault.ClientGone.class));
    }
    assertThat(asked).hasValue(6);
  }

  @Test
  void takesManyReferencesToSignsAndManyAttributes() {
    String attributes =
        IntStream.range(0, 300)
            .mapToObj(" x:a%d='1'"::formatted)
            .collect(Collectors.joining("", " xmlns:x='x'", ""));
    String words = "&quot;".repeat(100_000);

    String clean = sanitised(START + "><g" + attributes + "/><text>" + words + "</text></svg>");

    assertThat(clean).contains("<g></g><text>").contains("\"".repeat(100_000));
  }

  @Test
  void leavesOutStylesThatAreTooLong() {
    String most = "a".repeat(Styles.MOST_CHARACTERS);

    assertThat(
            sanitised(START + " style='a:b;c:" + most + "'><style>a{}" + most + "</style></svg>"))
        .isEqualTo(START + "><style></style></svg>");
  }

  private static String sanitised(String document) {
    return new String(Sanitiser.sanitised(document.getBytes(UTF_8), () -> {}), UTF_8);
  }
}
