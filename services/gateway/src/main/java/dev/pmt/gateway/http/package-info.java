/** What holds for every request at every listener: refused targets, security headers, access log, slow clients. */
@NullMarked
package dev.pmt.gateway.http;

import org.jspecify.annotations.NullMarked;
