/** What stands in api's place in tests: it says events and answers nothing. Outside of the service's own package, so that its beans stay outside, too. */
@NullMarked
package dev.pmt.sayingapi;

import org.jspecify.annotations.NullMarked;
