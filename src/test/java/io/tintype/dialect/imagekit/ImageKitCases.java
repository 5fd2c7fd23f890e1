package io.tintype.dialect.imagekit;

import static java.util.Map.entry;

import io.tintype.dialect.ClientHints;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.fault.FaultException;
import io.tintype.testing.CaseRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads URLs with settings that suit the case table, and tells in one line what was read. */
final class ImageKitCases {
  static final Map<String, String> TRANSFORMATIONS =
      Map.ofEntries(
          entry("media_card", "w-300,h-200"),
          entry("prefixed", "tr:w-300,h-200,bl-10"),
          entry("turned", "w-400,h-300:rt-90"),
          entry("card_turned", "n-media_card,fo-left:rt-90"),
          entry("loop_a", "w-10:n-loop_b"),
          entry("loop_b", "n-loop_a"),
          entry("dangling", "n-nowhere"),
          entry("late_quality", "h-50:q-40,f-png"),
          entry("badge", "tr:w-300,l-image,i-badge.png,lfo-top_right,l-end"),
          entry("if_wide", "if-w_gt_300,w-300,if-end"),
          entry("rounded", "r-5"),
          entry("right", "lfo-right"));

  private static final Pattern WORDS =
      Pattern.compile("^(?:(?:strict|legacy|detector|save|dpr=[0-9.]+|width=-?[0-9]+) )+");
  private static final String USUAL_SOURCE = "img.jpg";

  private ImageKitCases() {}

  /**
   * What a URL below the endpoint is read as. Words in front of it: {@code strict}, {@code legacy}
   * and {@code detector} change the settings; {@code width=300}, {@code dpr=2} and {@code save} are
   * hints of the client.
   */
  static String read(String line) {
    String url = url(line);
    String setting = line.substring(0, line.length() - url.length());
    ImageKitDialect dialect =
        new ImageKitDialect(
            new ImageKitSettings(
                TRANSFORMATIONS,
                setting.contains("strict "),
                setting.contains("legacy "),
                setting.contains("detector ")));
    try {
      return tell(dialect.parse(CaseRequest.of(url, CaseRequest.hints(setting))));
    } catch (FaultException refused) {
      return refused.fault().getClass().getSimpleName() + ": " + refused.fault().message();
    }
  }

  /** A line without the words in front of it. */
  static String url(String line) {
    return WORDS.matcher(line).replaceFirst("");
  }

  static RawRequest request(String url) {
    return CaseRequest.of(url, ClientHints.NONE);
  }

  private static String tell(DeliveryRequest read) {
    List<String> facts = new ArrayList<>();
    facts.add(
        read.disposition().original()
            ? "original"
            : read.transformation().canonical().substring(3));
    if (!read.source().text().equals(USUAL_SOURCE)) {
      facts.add("of " + read.source().getClass().getSimpleName() + " " + read.source().text());
    }
    read.defaultImage().ifPresent(image -> facts.add("default " + image.text()));
    read.disposition().attachment().ifPresent(name -> facts.add("save as " + name));
    if (!read.cacheQuery().isEmpty()) {
      facts.add("key " + read.cacheQuery());
    }
    if (read.seal().isPresent()) {
      facts.add("signed");
    }
    if (!read.consulted().hints().isEmpty()) {
      facts.add("varies with " + new TreeSet<>(read.consulted().hints()));
    }
    read.consulted().contentDpr().ifPresent(dpr -> facts.add("content-dpr " + dpr));
    if (!read.ignored().isEmpty()) {
      facts.add(
          read.ignored().stream()
              .map(ignored -> ignored.raw() + " " + ignored.reason())
              .collect(Collectors.joining(" / ", "ignored: ", "")));
    }
    return String.join(" ; ", facts);
  }
}
