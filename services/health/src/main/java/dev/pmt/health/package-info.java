/** Tells the outside whether PMT is alive and how each service is; reads only, owns nothing. */
@NullMarked
package dev.pmt.health;

import org.jspecify.annotations.NullMarked;
