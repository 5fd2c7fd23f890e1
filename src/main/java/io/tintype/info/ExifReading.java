package io.tintype.info;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifInteropDirectory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An EXIF block as ImageKit shows it: six groups of named values. */
final class ExifReading {
  private static final Logger LOG = LoggerFactory.getLogger(ExifReading.class);
  private static final List<String> GROUPS =
      List.of("image", "thumbnail", "exif", "gps", "interoperability", "makernote");
  private static final String MAKERNOTES = "com.drew.metadata.exif.makernotes";

  /** More than the standard defines for any group, and more than cameras write. */
  private static final int MOST_VALUES = 256;

  private ExifReading() {}

  /** All six groups; those the block does not have are empty. Whatever is damaged is left out. */
  static JsonObject json(ByteBuffer exif) {
    JsonObject json = new JsonObject();
    GROUPS.forEach(group -> json.put(group, new JsonObject()));
    byte[] block = new byte[exif.remaining()];
    exif.duplicate().get(block);
    for (Directory directory : read(block).getDirectories()) {
      group(directory).ifPresent(group -> add(directory, json.getJsonObject(group)));
    }
    return json;
  }

  private static Metadata read(byte[] block) {
    int start =
        ExifReader.startsWithJpegExifPreamble(block)
            ? ExifReader.JPEG_SEGMENT_PREAMBLE.length()
            : 0;
    Metadata metadata = new Metadata();
    if (block.length > start) {
      try {
        new TiffReader()
            .processTiff(new MeteredReader(block, start), new BoundedExifHandler(metadata, 0), 0);
      } catch (TiffProcessingException | IOException | RuntimeException damaged) {
        LOG.atDebug().addKeyValue("text", damaged.getMessage()).log("an EXIF block is damaged");
      }
    }
    return metadata;
  }

  private static Optional<String> group(Directory directory) {
    return switch (directory) {
      case ExifIFD0Directory _ -> Optional.of("image");
      case ExifThumbnailDirectory _ -> Optional.of("thumbnail");
      case ExifSubIFDDirectory _ -> Optional.of("exif");
      case GpsDirectory _ -> Optional.of("gps");
      case ExifInteropDirectory _ -> Optional.of("interoperability");
      default ->
          directory.getClass().getPackageName().equals(MAKERNOTES)
              ? Optional.of("makernote")
              : Optional.empty();
    };
  }

  private static void add(Directory directory, JsonObject group) {
    for (Tag tag : directory.getTags()) {
      if (tag.hasTagName() && group.size() < MOST_VALUES) {
        Optional.ofNullable(directory.getObject(tag.getTagType()))
            .flatMap(ExifValue::of)
            .ifPresent(value -> group.put(ExifNames.of(tag.getTagName()), value));
      }
    }
  }
}
