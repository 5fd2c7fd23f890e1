package io.tintype.bench.bar;

import io.tintype.bench.picture.Picture;
import io.tintype.bench.picture.Pictures;
import io.tintype.bench.server.LimitProgram;

/** One picture to make, as each of the servers is asked for it. */
enum Job {
  J1(
      "12 MP JPEG to 300x300 JPEG q80",
      Picture.PHOTO_12,
      300,
      300,
      "/same/tr:w-300,h-300,f-jpg,q-80/",
      "format=jpeg&quality=80",
      "shrink",
      ".jpg[Q=80,optimize_coding=true,keep=none]"),
  J1P(
      "12 MP progressive JPEG to 300x300 JPEG q80",
      Picture.PROGRESSIVE_12,
      300,
      300,
      "/same/tr:w-300,h-300,f-jpg,q-80/",
      "format=jpeg&quality=80",
      "shrink",
      ".jpg[Q=80,optimize_coding=true,keep=none]"),
  J1X(
      "24 MP JPEG to 300x300 JPEG q80",
      Picture.PHOTO_24,
      300,
      300,
      "/same/tr:w-300,h-300,f-jpg,q-80/",
      "format=jpeg&quality=80",
      "shrink",
      ".jpg[Q=80,optimize_coding=true,keep=none]"),
  J2(
      "3 MP JPEG to 800 wide WebP q80",
      Picture.PHOTO_3,
      800,
      0,
      "/same/tr:w-800,f-webp,q-80/",
      "format=webp&quality=80",
      "shrink",
      ".webp[Q=80,keep=none]"),
  J3(
      "12 MP JPEG to 1200 wide WebP q80",
      Picture.PHOTO_12,
      1200,
      0,
      "/same/tr:w-1200,f-webp,q-80/",
      "format=webp&quality=80",
      "shrink",
      ".webp[Q=80,keep=none]"),
  J4(
      "3 MP JPEG to 400 wide AVIF q50, effort 4",
      Picture.PHOTO_3,
      400,
      0,
      "/same/tr:w-400,f-avif,q-50/",
      "format=avif&quality=50&effort=4&half=1",
      "shrink",
      ".avif[Q=50,effort=4,subsample_mode=on,keep=none]"),
  J4I(
      "3 MP JPEG to 400 wide AVIF q63, effort 1",
      Picture.PHOTO_3,
      400,
      0,
      "/same1/tr:w-400,f-avif,q-63/",
      "format=avif&quality=63&effort=1&half=1",
      "shrink",
      ".avif[Q=63,effort=1,subsample_mode=on,keep=none]"),
  J5P(
      "PNG with alpha to 400 wide PNG",
      Picture.CUTOUT,
      400,
      0,
      "/same/tr:w-400,f-png/",
      "format=png",
      "plain",
      ".png[keep=none]"),
  J5W(
      "PNG with alpha to 400 wide WebP q80",
      Picture.CUTOUT,
      400,
      0,
      "/same/tr:w-400,f-webp,q-80/",
      "format=webp&quality=80",
      "plain",
      ".webp[Q=80,keep=none]"),
  J6(
      "animated GIF to 200 wide WebP q80",
      Picture.EARTH,
      200,
      0,
      "/same/tr:w-200,f-webp,q-80/",
      "format=webp&quality=80&frames=all",
      "whole",
      ".webp[Q=80,keep=none]");

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // a record of values
  private final Picture picture;

  private final int width;
  private final int height;
  private final String chain;
  private final String encoding;
  private final String way;
  private final String suffix;

  Job(
      String words,
      Picture picture,
      int width,
      int height,
      String chain,
      String encoding,
      String way,
      String suffix) {
    this.words = words;
    this.picture = picture;
    this.width = width;
    this.height = height;
    this.chain = chain;
    this.encoding = encoding;
    this.way = way;
    this.suffix = suffix;
  }

  String words() {
    return words;
  }

  Picture picture() {
    return picture;
  }

  /** Most of the time goes into decoding. */
  boolean isLarge() {
    return picture.width() * picture.height() > 10_000_000;
  }

  /** Path at Tintype. */
  String path() {
    return chain + picture.file();
  }

  /** Path at the server around sharp. */
  String sharpPath(int origin) {
    String size = "&width=" + width + (height == 0 ? "" : "&height=" + height);
    return "/?source=http://127.0.0.1:%d/%s%s&%s".formatted(origin, picture.file(), size, encoding);
  }

  LimitProgram.Task task(Pictures pictures) {
    return new LimitProgram.Task(pictures.file(picture), width, height, way, suffix);
  }
}
