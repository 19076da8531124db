@NullMarked
package dev.pmt.shared.contracts;

import org.jspecify.annotations.NullMarked;
