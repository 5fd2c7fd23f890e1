package io.tintype.testing.hostile;

import io.tintype.testing.HostileImages.Case;
import java.util.List;

/** Drawings that never end, unfold without bound, or ask for what they must not have. */
public final class HostileSvgs {
  private static final String OPEN =
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
          + " width='%s' height='%s'>";
  private static final String CLOSE = "</svg>";

  private HostileSvgs() {}

  /** All of them. */
  public static List<Case> all() {
    Cases cases = new Cases("svg");
    sizes(cases);
    bombs(cases);
    outside(cases);
    shapes(cases);
    return cases.all();
  }

  private static void sizes(Cases cases) {
    String[] sizes = {
      "0", "-5", "1e9", "1e999", "NaN", "100000", "9999999px", "50%", "1in", "", "ø"
    };
    for (int i = 0; i < sizes.length; i++) {
      add(cases, "size-" + i, OPEN.formatted(sizes[i], sizes[i]) + "<rect/>" + CLOSE);
    }
    add(cases, "no-size", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    add(cases, "view-box-only", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1e8 1e8'/>");
    add(cases, "not-closed", OPEN.formatted("9", "9") + "<g>".repeat(100));
    add(cases, "no-namespace", "<svg width='9' height='9'/>");
  }

  private static void bombs(Cases cases) {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a%d '&a%d;&a%d;&a%d;'>".formatted(i, i - 1, i - 1, i - 1));
    }
    add(cases, "laughs", laughs + "]>" + OPEN.formatted("9", "9") + "<text>&a29;</text>" + CLOSE);
    StringBuilder uses = new StringBuilder("<defs><rect id='u0' width='1' height='1'/>");
    for (int i = 1; i < 40; i++) {
      uses.append("<g id='u%d'>".formatted(i));
      uses.append("<use xlink:href='#u%d'/>".formatted(i - 1).repeat(5)).append("</g>");
    }
    drawing(cases, "uses", uses + "</defs><use xlink:href='#u39'/>");
    drawing(cases, "use-of-itself", "<g id='g'><use xlink:href='#g'/></g>");
    drawing(
        cases,
        "pattern-of-itself",
        "<pattern id='p' width='1' height='1'><rect width='9' height='9' fill='url(#p)'/></pattern>"
            + "<rect width='99' height='99' fill='url(#p)'/>");
    drawing(
        cases,
        "turbulence",
        "<filter id='f'><feTurbulence baseFrequency='0.01' numOctaves='99999'/></filter>"
            + "<rect width='2000' height='2000' filter='url(#f)'/>");
    drawing(
        cases,
        "blurs",
        "<filter id='f' x='-9999' y='-9999' width='99999' height='99999'>"
            + "<feGaussianBlur stdDeviation='9999'/>".repeat(500)
            + "</filter><rect width='2000' height='2000' filter='url(#f)'/>");
    drawing(
        cases,
        "matrix",
        "<filter id='f'><feConvolveMatrix order='500' kernelMatrix='"
            + "1 ".repeat(250_000)
            + "'/></filter><rect width='2000' height='2000' filter='url(#f)'/>");
    drawing(cases, "nested-100000", "<g>".repeat(100_000) + "</g>".repeat(100_000));
    drawing(cases, "elements-million", "<path d='M0 0h9v9z'/>".repeat(1_000_000));
    drawing(cases, "dashes", "<path stroke='red' stroke-dasharray='0.00001' d='M0 0h1e7v1e7'/>");
    drawing(cases, "path", "<path d='M0 0" + "l1 1-1 9".repeat(1_000_000) + "z' stroke='red'/>");
    cases.add("gzip-bomb", Deflated.gzip(OPEN.formatted("9", "9"), 400_000_000L, CLOSE));
    cases.add("gzip-cut", java.util.Arrays.copyOf(Deflated.gzip("<svg", 999, CLOSE), 20));
  }

  private static void outside(Cases cases) {
    String[] places = {
      "file:///etc/passwd",
      "http://127.0.0.1:1/x.png",
      "//169.254.169.254/",
      "/etc/passwd",
      "../../etc/passwd",
      "data:image/svg+xml;base64,PHN2Zy8+",
      "data:image/png;base64,AAAA"
    };
    for (int i = 0; i < places.length; i++) {
      drawing(cases, "image-" + i, "<image xlink:href='" + places[i] + "' width='9' height='9'/>");
    }
    add(
        cases,
        "external-entity",
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
            + OPEN.formatted("9", "9")
            + "<text>&x;</text>"
            + CLOSE);
    add(
        cases,
        "external-doctype",
        "<!DOCTYPE svg SYSTEM 'http://127.0.0.1:1/x.dtd'>" + OPEN.formatted("9", "9") + CLOSE);
    drawing(
        cases,
        "included",
        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='/etc/passwd' parse='text'/>");
    drawing(cases, "style", "<style>@import url(http://127.0.0.1:1/x.css);</style>");
    drawing(cases, "script", "<script>while(true);</script>");
    add(
        cases,
        "stylesheet",
        "<?xml-stylesheet href='http://127.0.0.1:1/x.css'?>" + OPEN.formatted("9", "9") + CLOSE);
  }

  private static void shapes(Cases cases) {
    drawing(
        cases, "numbers", "<circle r='1e308' cx='-1e308' cy='NaN'/><path d='M1e99 1e99A1 1 1 1'/>");
    drawing(cases, "transform", "<g transform='scale(1e300) rotate(1e9) skewX(90)'><rect/></g>");
    drawing(cases, "text", "<text font-size='1e6'>" + "\u0d9e".repeat(50_000) + "</text>");
    cases.add("utf16", "\ufeff<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
    cases.add("zeros", new Scrap().text("<svg ").times(100_000, 0).done());
  }

  private static void drawing(Cases cases, String name, String inside) {
    add(cases, name, OPEN.formatted("2000", "2000") + inside + CLOSE);
  }

  private static void add(Cases cases, String name, String text) {
    cases.add(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
