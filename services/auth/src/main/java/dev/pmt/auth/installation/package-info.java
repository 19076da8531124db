/** Facts about this installation that more than one room needs. */
@NullMarked
package dev.pmt.auth.installation;

import org.jspecify.annotations.NullMarked;
