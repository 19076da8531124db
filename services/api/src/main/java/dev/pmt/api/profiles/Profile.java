package dev.pmt.api.profiles;

/**
 * What others see of a person.
 *
 * @param active whether they may sign in
 */
record Profile(UserId id, String name, boolean active) {}
