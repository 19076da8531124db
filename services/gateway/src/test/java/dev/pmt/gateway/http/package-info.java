@NullMarked
package dev.pmt.gateway.http;

import org.jspecify.annotations.NullMarked;
