package io.tintype.origin.s3;

import io.tintype.origin.OriginFailure;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One answer of {@code ListObjectsV2}.
 *
 * @param keys in the bucket's order
 * @param next token that continues the listing; empty = this was the last page
 */
record ListingPage(List<String> keys, String next) {
  private static final XMLInputFactory XML = factory();

  /** Reads an answer; fails with {@link OriginFailure} if it is none. */
  static ListingPage of(Buffer document) {
    try {
      return read(XML.createXMLStreamReader(new ByteArrayInputStream(document.getBytes())));
    } catch (XMLStreamException broken) {
      throw OriginFailure.unavailable("the listing cannot be read");
    }
  }

  private static ListingPage read(XMLStreamReader xml) throws XMLStreamException {
    List<String> keys = new ArrayList<>();
    boolean listing = false;
    boolean truncated = false;
    boolean encoded = false;
    String next = "";
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "ListBucketResult" -> listing = true;
        case "Key" -> keys.add(xml.getElementText());
        case "IsTruncated" -> truncated = xml.getElementText().equals("true");
        case "EncodingType" -> encoded = xml.getElementText().equals("url");
        case "NextContinuationToken" -> next = xml.getElementText();
        default -> {}
      }
    }
    if (!listing) {
      throw OriginFailure.unavailable("the answer is no listing");
    }
    return new ListingPage(encoded ? decoded(keys) : keys, truncated ? next : "");
  }

  /** S3 encodes keys of listings as forms do: a space is a plus. */
  private static List<String> decoded(List<String> keys) {
    return keys.stream().map(key -> URLDecoder.decode(key, StandardCharsets.UTF_8)).toList();
  }

  /** Without document types: nothing is read from elsewhere, nothing expands. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
