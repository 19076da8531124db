@NullMarked
package dev.pmt.gateway;

import org.jspecify.annotations.NullMarked;
