@NullMarked
package dev.pmt.health;

import org.jspecify.annotations.NullMarked;
