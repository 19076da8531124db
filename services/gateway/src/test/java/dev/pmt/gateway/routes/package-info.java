@NullMarked
package dev.pmt.gateway.routes;

import org.jspecify.annotations.NullMarked;
