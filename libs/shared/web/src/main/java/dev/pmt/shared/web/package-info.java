/** What every Spring service shares at its HTTP door: start-up, tokens, problems. Infrastructure only, no business rule. */
@NullMarked
package dev.pmt.shared.web;

import org.jspecify.annotations.NullMarked;
