/**
 * The chaos scenario: the packaged gateway among broken origins, hostile pictures, clients that
 * leave and more requests than there is time for. {@code mvn -Pchaos verify} runs it; no other
 * build does.
 */
package io.tintype.chaos;
