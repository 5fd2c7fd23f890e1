/** What came out: tables, findings and arithmetic. */
@NullMarked
package io.tintype.bench.report;

import org.jspecify.annotations.NullMarked;
