package io.tintype.plan;

import io.tintype.model.Expression.Measure;

/**
 * A picture as expressions see it.
 *
 * @param density dots per inch
 * @param pages frames of what it is made from
 */
record Measured(Size size, double density, int pages) {
  double get(Measure measure) {
    return switch (measure) {
      case WIDTH -> size.width();
      case HEIGHT -> size.height();
      case ASPECT_RATIO -> (double) size.width() / size.height();
      case DENSITY -> density;
      case PAGES -> pages;
    };
  }
}
