/** What would become of the requests in an access log, found out before they come here. */
@NullMarked
package io.tintype.rehearse;

import org.jspecify.annotations.NullMarked;
