@NullMarked
package dev.pmt.web;

import org.jspecify.annotations.NullMarked;
