/** Benchmarks: each prints ratios against a baseline that ran in the same minutes on the same machine. */
@NullMarked
package dev.pmt.bench;

import org.jspecify.annotations.NullMarked;
