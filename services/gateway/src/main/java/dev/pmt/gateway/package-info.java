/** The edge of PMT: the one door that browsers, the command line and other machines come through. */
@NullMarked
package dev.pmt.gateway;

import org.jspecify.annotations.NullMarked;
