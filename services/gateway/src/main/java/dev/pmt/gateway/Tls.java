package dev.pmt.gateway;

import java.nio.file.Path;

/** Certificate chain and private key as PEM files; the edge then serves https itself. */
record Tls(Path certificate, Path key) {}
