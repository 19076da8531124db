package dev.pmt.api.queries;

/** What a text turned out to be: a query, or not one. */
public sealed interface Parsed permits Query, QueryFault {}
