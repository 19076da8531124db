@NullMarked
package dev.pmt.gateway.tokens;

import org.jspecify.annotations.NullMarked;
