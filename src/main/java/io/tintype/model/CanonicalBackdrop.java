package io.tintype.model;

import java.util.ArrayList;
import java.util.List;

/** The canonical text of backdrops that have the picture's colours. */
final class CanonicalBackdrop {
  private CanonicalBackdrop() {}

  static String print(Backdrop.Dominant backdrop) {
    boolean usual = backdrop.equals(new Backdrop.Dominant(backdrop.spread()));
    if (usual && backdrop.spread() == Backdrop.Spread.PLAIN) {
      return "dominant";
    }
    boolean directed =
        backdrop.spread() != Backdrop.Spread.LENGTHWISE
            && backdrop.spread() != Backdrop.Spread.CORNERS;
    if (usual && !directed) {
      return CanonicalText.call("dominant_gradient", Integer.toString(backdrop.spread().colors()));
    }
    List<String> words = new ArrayList<>();
    words.add(CanonicalText.name(backdrop.area()));
    words.add(CanonicalText.name(backdrop.spread()));
    if (backdrop.contrast()) {
      words.add("contrast");
    }
    backdrop.palette().forEach(color -> words.add(CanonicalText.color(color)));
    return CanonicalText.call("dominant", words.toArray(String[]::new));
  }
}
