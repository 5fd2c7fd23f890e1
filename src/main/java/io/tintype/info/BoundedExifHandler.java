package io.tintype.info;

import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifTiffHandler;

/** Follows no more directories than an honest block has: each is one more call on the stack. */
final class BoundedExifHandler extends ExifTiffHandler {
  /** Image, thumbnail, EXIF, GPS, interoperability, and what a maker nests in its note. */
  private static final int MOST_DIRECTORIES = 32;

  private int directories;

  BoundedExifHandler(Metadata metadata, int start) {
    super(metadata, null, start);
  }

  @Override
  public boolean tryEnterSubIfd(int tag) {
    return enter() && super.tryEnterSubIfd(tag);
  }

  @Override
  public boolean hasFollowerIfd() {
    return enter() && super.hasFollowerIfd();
  }

  private boolean enter() {
    directories++;
    return directories <= MOST_DIRECTORIES;
  }
}
