/**
 * The core domains of PMT: projects, tasks, boards, imports. This package only wires and starts; each domain is a module
 * in a package of its own, and {@code wire} is what their HTTP doors have in common.
 */
@NullMarked
package dev.pmt.api;

import org.jspecify.annotations.NullMarked;
