package io.tintype.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.w3c.dom.NodeList;

/** What stands in a JPEG file in front of its pixels. */
final class Jpeg {
  static final int EXIF = 0xe1;
  static final int PROFILE = 0xe2;
  static final int BASELINE = 0xc0;
  static final int PROGRESSIVE = 0xc2;
  private static final int SCAN = 0xda;

  private Jpeg() {}

  static List<JPEGQTable> tables(byte[] jpeg) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg)));
    NodeList nodes =
        ((IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_jpeg_image_1.0"))
            .getElementsByTagName("dqtable");
    List<JPEGQTable> tables = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      tables.add((JPEGQTable) ((IIOMetadataNode) nodes.item(i)).getUserObject());
    }
    reader.dispose();
    return tables;
  }

  static List<Integer> markers(byte[] jpeg) {
    List<Integer> markers = new ArrayList<>();
    int at = 2;
    while (at + 3 < jpeg.length && Byte.toUnsignedInt(jpeg[at + 1]) != SCAN) {
      markers.add(Byte.toUnsignedInt(jpeg[at + 1]));
      at += 2 + Short.toUnsignedInt(ByteBuffer.wrap(jpeg).getShort(at + 2));
    }
    return markers;
  }
}
