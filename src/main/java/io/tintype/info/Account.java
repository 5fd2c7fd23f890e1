package io.tintype.info;

import io.tintype.bus.Deadline;
import io.tintype.bytes.RequestScope;

/** On whose behalf work is done: what it must give back, and the name it has in the log. */
record Account(RequestScope scope, Deadline deadline, String requestId) {}
