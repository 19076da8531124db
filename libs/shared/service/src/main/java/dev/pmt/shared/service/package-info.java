/** What a host needs to start a service and what a service needs to say about itself; no framework. */
@NullMarked
package dev.pmt.shared.service;

import org.jspecify.annotations.NullMarked;
