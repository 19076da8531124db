@NullMarked
package dev.pmt.gateway.session;

import org.jspecify.annotations.NullMarked;
