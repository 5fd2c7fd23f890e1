package io.tintype.dialect.imagekit;

import io.tintype.dialect.Param;
import java.util.List;

/** Which picture a layer shows. */
final class PictureParams {
  static final List<Param<PictureDraft>> ALL =
      List.of(
          Param.named("i").taking(SourceReader.stored()).sets(PictureDraft::plain),
          Param.named("ie").taking(SourceReader.encoded()).sets(PictureDraft::encoded),
          Param.named(PageWish.KEY).taking(PageWish.reader()).sets(PictureDraft::page));

  private PictureParams() {}
}
