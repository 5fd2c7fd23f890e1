package io.tintype.config;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** A text problems never show. */
record SecretType() implements ValueType<Secret> {
  @Override
  public String title() {
    return "secret";
  }

  @Override
  public String expected() {
    return "a secret text";
  }

  @Override
  public JsonObject schema() {
    return Values.anyText();
  }

  @Override
  public Optional<Secret> read(Node node, Problems problems) {
    return switch (node) {
      case Node.Scalar scalar when !scalar.text().isBlank() ->
          Optional.of(new Secret(scalar.text()));
      case Node.Nothing _, Node.Unresolved _ -> Optional.empty();
      case Node.Scalar _, Node.Items _, Node.Fields _ -> {
        problems.report(node.path(), node.line(), null, "expected " + expected());
        yield Optional.empty();
      }
    };
  }
}
