/** Why a delivery failed, and whose fault it was. */
@NullMarked
package io.tintype.fault;

import org.jspecify.annotations.NullMarked;
