package dev.pmt.api.queries;

/** A value of a clause, as it was meant: without quotes. */
public record Value(String text, Span at) {}
