package io.tintype.proof;

import java.util.List;

/**
 * What stands behind the name of an operation.
 *
 * @param values texts, and sheets for what is in parentheses
 */
record Arguments(List<Object> values) {
  String text(int index) {
    return (String) values.get(index);
  }

  int whole(int index) {
    return Integer.parseInt(text(index));
  }

  double number(int index) {
    return Double.parseDouble(text(index));
  }

  Tint tint(int index) {
    return Tint.of(text(index));
  }

  Sheet sheet(int index) {
    return (Sheet) values.get(index);
  }

  double[] numbers(int from) {
    return values.stream()
        .skip(from)
        .mapToDouble(value -> Double.parseDouble((String) value))
        .toArray();
  }
}
