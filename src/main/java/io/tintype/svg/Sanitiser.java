package io.tintype.svg;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a drawing anew, out of what is {@linkplain Allowed allowed}: without scripts, handlers of
 * events, animations, pages in it, instructions, document types, and references to anything
 * outside. The result is well-formed, and looks like the original if that had none of these.
 */
public final class Sanitiser {
  /** Largest document, in bytes; drawings that need more are no pictures of a page. */
  public static final int MOST_BYTES = 10 << 20;

  private static final int MOST_DEPTH = 512;

  /** So often somebody asks whether to go on, in events of the parser. */
  private static final int EVENTS = 256;

  /**
   * The JDK's own limits are low: they count what we leave out, and every quotation mark written as
   * an entity.
   */
  private static final Map<String, Integer> PARSER_LIMITS =
      Map.of(
          "jdk.xml.maxElementDepth",
          2 * MOST_DEPTH,
          "jdk.xml.elementAttributeLimit",
          2000,
          "jdk.xml.maxXMLNameLimit",
          4096,
          "jdk.xml.maxGeneralEntitySizeLimit",
          MOST_BYTES,
          "jdk.xml.totalEntitySizeLimit",
          MOST_BYTES);

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String XLINK = "http://www.w3.org/1999/xlink";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final String STYLE = "style";

  private final XMLStreamReader in;
  private final XMLStreamWriter out;
  private final Runnable checkpoint;
  private int depth;
  private int events;

  private Sanitiser(XMLStreamReader in, XMLStreamWriter out, Runnable checkpoint) {
    this.in = in;
    this.out = out;
    this.checkpoint = checkpoint;
  }

  /**
   * Sanitises.
   *
   * @param checkpoint asked every now and then; throws a {@link FaultException} to end it
   * @throws FaultException {@link Fault.CorruptSource} if the document is no well-formed SVG,
   *     {@link Fault.LimitExceeded} if it is nested too deeply
   */
  public static byte[] sanitised(byte[] document, Runnable checkpoint) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(document.length);
    try {
      XMLStreamReader in = input().createXMLStreamReader(new ByteArrayInputStream(document));
      XMLStreamWriter out =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      new Sanitiser(in, out, checkpoint).copyDocument();
      out.flush();
    } catch (FaultException fault) {
      throw fault;
    } catch (XMLStreamException | RuntimeException _) {
      // The JDK's parser fails in either way on what is damaged.
      throw new FaultException(new Fault.CorruptSource());
    }
    return bytes.toByteArray();
  }

  /** The JDK's own, whatever else is there; nothing outside the document is looked at. */
  private static XMLInputFactory input() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    PARSER_LIMITS.forEach((limit, most) -> factory.setProperty(limit, Integer.toString(most)));
    factory.setXMLReporter((_, _, _, _) -> {});
    factory.setXMLResolver(
        (_, _, _, _) -> {
          throw new XMLStreamException("nothing is read");
        });
    return factory;
  }

  private void copyDocument() throws XMLStreamException {
    boolean found = false;
    while (in.hasNext()) {
      if (next() == XMLStreamConstants.START_ELEMENT) {
        if (!isOurs() || !in.getLocalName().equals("svg")) {
          throw new XMLStreamException("not an SVG");
        }
        found = true;
        copyElement();
      }
    }
    if (!found) {
      throw new XMLStreamException("empty");
    }
  }

  /** From a start tag to behind its end tag. */
  private void copyElement() throws XMLStreamException {
    if (++depth > MOST_DEPTH) {
      throw new FaultException(
          new Fault.LimitExceeded(
              "depth",
              "The drawing has more than the %d elements within each other that are allowed."
                  .formatted(MOST_DEPTH)));
    }
    String name = in.getLocalName();
    if (isOurs() && Allowed.isTransparent(name)) {
      copyContent();
    } else if (!isOurs() || !Allowed.element(name)) {
      skip();
    } else if (name.equals(STYLE)) {
      copySheet();
    } else {
      begin(name);
      copyContent();
      out.writeEndElement();
    }
    depth--;
  }

  private void copyContent() throws XMLStreamException {
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> copyElement();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            out.writeCharacters(in.getText());
        default -> {}
      }
    }
  }

  private void skip() throws XMLStreamException {
    int open = 1;
    while (open > 0) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> open++;
        case XMLStreamConstants.END_ELEMENT -> open--;
        default -> {}
      }
    }
  }

  private void copySheet() throws XMLStreamException {
    begin(STYLE);
    StringBuilder text = new StringBuilder();
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> skip();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(in.getText());
        default -> {}
      }
    }
    Optional<String> kept = Styles.sheet(text.toString());
    if (kept.isPresent()) {
      out.writeCharacters(kept.get());
    }
    out.writeEndElement();
  }

  private void begin(String name) throws XMLStreamException {
    out.writeStartElement(name);
    if (depth == 1) {
      out.writeDefaultNamespace(SVG);
      out.writeNamespace("xlink", XLINK);
    }
    for (int i = 0; i < in.getAttributeCount(); i++) {
      copyAttribute(name, i);
    }
  }

  private void copyAttribute(String element, int i) throws XMLStreamException {
    String space = in.getAttributeNamespace(i);
    String name = in.getAttributeLocalName(i);
    String value = in.getAttributeValue(i);
    boolean plain = space == null || space.isEmpty();
    if (name.equals("href") && (plain || XLINK.equals(space))) {
      if (References.isHarmless(element, value)) {
        out.writeAttribute(plain ? "href" : "xlink:href", value);
      }
    } else if (XML.equals(space) && name.equals("space")) {
      out.writeAttribute("xml:space", value);
    } else if (plain && name.equals(STYLE)) {
      Optional<String> kept = Styles.declarations(value);
      if (kept.isPresent()) {
        out.writeAttribute(STYLE, kept.get());
      }
    } else if (plain
        && (Allowed.text(name) || (Allowed.attribute(name) && Styles.isHarmless(value)))) {
      out.writeAttribute(name, value);
    }
  }

  private int next() throws XMLStreamException {
    if (++events % EVENTS == 0) {
      checkpoint.run();
    }
    return in.next();
  }

  private boolean isOurs() {
    return SVG.equals(in.getNamespaceURI());
  }
}
