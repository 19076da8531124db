/**
 * Identity: people and their credentials, and an OpenID Connect provider for the edge.
 *
 * <p>This package wires the rooms: {@code users} (who), {@code credentials} (proof), {@code links} (how they get a
 * password), {@code tokens} (what clients are given) and {@code pages} (what a browser sees). {@code SecurityChains}
 * lists every door; what it does not list answers 404.
 */
@NullMarked
package dev.pmt.auth;

import org.jspecify.annotations.NullMarked;
