package io.tintype.cli;

import io.tintype.cli.OptionChain.Untranslatable;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Named transformations as Cloudinary's Admin API answers: pages of {@code
 * /transformations?named=true}, and single ones with their {@code info}; as one JSON document, a
 * list of them, or one on each line.
 */
final class AdminListing {
  private static final String PREFIX = "t_";

  private final Map<String, String> chains = new TreeMap<>();
  private final Map<String, String> problems = new TreeMap<>();
  private final Set<String> conflicts = new LinkedHashSet<>();

  /** Chains by name. */
  Map<String, String> chains() {
    return chains;
  }

  /** Names with several definitions, as sentences. */
  Set<String> conflicts() {
    return conflicts;
  }

  /** Why a name has no chain, in words that follow it. */
  Map<String, String> problems() {
    return problems;
  }

  /**
   * Adds what a file holds.
   *
   * @throws DecodeException if that is no JSON
   */
  void read(String text) {
    documents(text).forEach(this::add);
    chains.keySet().forEach(problems::remove);
  }

  private static List<Object> documents(String text) {
    List<Object> documents = new ArrayList<>();
    try {
      documents.add(Json.decodeValue(text));
      return documents;
    } catch (DecodeException several) {
      text.lines().filter(line -> !line.isBlank()).map(Json::decodeValue).forEach(documents::add);
      if (documents.size() < 2) {
        throw several;
      }
      return documents;
    }
  }

  private void add(Object document) {
    switch (document) {
      case JsonArray several -> several.forEach(this::add);
      case JsonObject page when page.getValue("transformations") instanceof JsonArray list ->
          list.forEach(this::add);
      case JsonObject one when one.getValue("name") instanceof String name -> add(name, one);
      case null, default ->
          problems.put("An entry", "is no transformation as the Admin API lists them");
    }
  }

  private void add(String listed, JsonObject one) {
    boolean named =
        one.getValue("named") instanceof Boolean said ? said : listed.startsWith(PREFIX);
    if (!named) {
      return;
    }
    String name = listed.startsWith(PREFIX) ? listed.substring(PREFIX.length()) : listed;
    Object info = one.getValue("info");
    if (info == null) {
      problems.put(name, "has no definition here: ask the API for /transformations/" + listed);
      return;
    }
    try {
      String chain = OptionChain.of(info);
      String before = chains.put(name, chain);
      if (before != null && !before.equals(chain)) {
        conflicts.add(
            "%s is defined twice: as %s, and as %s, which is taken".formatted(name, before, chain));
      }
    } catch (Untranslatable problem) {
      problems.put(name, "cannot be translated: " + problem.getMessage());
    }
  }
}
