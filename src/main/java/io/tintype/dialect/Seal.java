package io.tintype.dialect;

/** What proves who made a URL, as the URL has it; nothing of it has been checked. */
public sealed interface Seal permits Signature, PathSignature {}
