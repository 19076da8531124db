package dev.pmt.api.projects;

/**
 * A column of the board.
 *
 * @param name as people see it, unique enough to match imported names by
 * @param category what it means for the flow of work
 */
public record Status(StatusId id, String name, StatusCategory category) {}
