package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a task. */
public record TaskId(@JsonValue UUID value) {}
