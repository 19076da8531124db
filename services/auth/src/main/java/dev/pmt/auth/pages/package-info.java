/** The few pages that auth shows in a browser: sign in, one-time link, sign out. */
@NullMarked
package dev.pmt.auth.pages;

import org.jspecify.annotations.NullMarked;
