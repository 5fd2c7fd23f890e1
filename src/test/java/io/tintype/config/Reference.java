package io.tintype.config;

import java.util.ArrayList;
import java.util.List;

/** The declared keys as tables in Markdown. */
public final class Reference {
  private final StringBuilder text = new StringBuilder();
  private final List<Entry> later = new ArrayList<>();
  private final List<String> laterPaths = new ArrayList<>();

  private Reference() {}

  /** All tables, ending with what is not supported yet. */
  public static String of(Group root) {
    Reference reference = new Reference();
    for (Entry entry : root.entries()) {
      switch (entry) {
        case Group group -> reference.section("", group);
        case Catalog catalog -> reference.catalog(catalog);
        case Key<?> key -> reference.single(key);
        case Later missing -> reference.remember("", missing);
      }
    }
    reference.notYet();
    return reference.text.toString();
  }

  private void section(String prefix, Group group) {
    String path = prefix.isEmpty() ? group.name() : prefix + "." + group.name();
    heading(path, group.doc());
    table(path, group.entries());
  }

  private void catalog(Catalog catalog) {
    heading(catalog.name(), catalog.doc());
    for (Group variant : catalog.variants()) {
      String path = catalog.name() + ".NAME";
      if (catalog.typed()) {
        text.append("### `type: ").append(variant.name()).append("`\n\n");
        text.append(variant.doc()).append("\n\n");
      }
      table(path, variant.entries());
    }
  }

  private void single(Key<?> key) {
    heading(key.name(), key.doc());
    text.append("Type: ").append(key.type().title()).append(". Default: none.\n\n");
  }

  private void heading(String title, String doc) {
    text.append("## `").append(title).append("`\n\n").append(doc).append("\n\n");
  }

  private void table(String path, List<Entry> entries) {
    text.append("| key | type | default | meaning |\n|---|---|---|---|\n");
    rows(path, "", entries);
    text.append('\n');
  }

  private void rows(String path, String prefix, List<Entry> entries) {
    for (Entry entry : entries) {
      String name = prefix + entry.name();
      switch (entry) {
        case Key<?> key -> row(name, key);
        case Group group when group.name().equals("limits") -> line(name, "block", "", group.doc());
        case Group group -> {
          if (group.entries().stream().anyMatch(inner -> !(inner instanceof Later))) {
            line(name, "block", "", group.doc());
          }
          rows(path, name + ".", group.entries());
        }
        case Catalog catalog -> throw new IllegalStateException(catalog.name());
        case Later missing -> remember(path + "." + prefix, missing);
      }
    }
  }

  private void row(String name, Key<?> key) {
    String fallback = key.fallback();
    String shown = "";
    if (fallback != null) {
      shown = key.type().isList() ? "[" + fallback.replace(",", ", ") + "]" : fallback;
    }
    line(name, key.type().title(), key.required() ? "required" : shown, key.doc());
    if (SecretFile.has(key.type())) {
      String what = key.type().isList() ? "them instead, one on each line" : "it instead";
      line(
          SecretFile.twin(name),
          "text",
          "",
          "File that holds " + what + "; white space around it is removed.");
    }
  }

  private void line(String name, String type, String fallback, String doc) {
    String shown =
        fallback.isEmpty() || fallback.equals("required") ? fallback : "`" + fallback + "`";
    text.append("| `%s` | %s | %s | %s |\n".formatted(name, type, shown, doc.replace("|", "\\|")));
  }

  private void remember(String path, Later missing) {
    later.add(missing);
    laterPaths.add(path + missing.name());
  }

  private void notYet() {
    text.append("## Not supported yet\n\n");
    text.append(
        "These keys are known and refused, rather than silently not honoured, unless they are set"
            + " to what happens anyway.\n\n");
    text.append("| key | meaning | may be set to |\n|---|---|---|\n");
    for (int i = 0; i < later.size(); i++) {
      Later missing = (Later) later.get(i);
      String harmless = String.join("`, `", missing.harmless());
      text.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  laterPaths.get(i),
                  missing.doc(),
                  harmless.isEmpty() ? "" : "`" + harmless + "`"));
    }
    text.append("| `endpoints.NAME.unsupported` | `fallthrough` only. | `strict`, `lenient` |\n");
  }
}
