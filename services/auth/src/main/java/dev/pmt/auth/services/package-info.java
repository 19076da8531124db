/** The identities of PMT's own services, proved by key pairs (RFC 7523). */
@NullMarked
package dev.pmt.auth.services;

import org.jspecify.annotations.NullMarked;
