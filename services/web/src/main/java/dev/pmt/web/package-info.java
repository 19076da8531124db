/** Serves the browser client: files that the client build made, from memory. */
@NullMarked
package dev.pmt.web;

import org.jspecify.annotations.NullMarked;
