package dev.pmt.shared.carriers;

import dev.pmt.shared.events.Event;
import java.util.List;

/** What a look at a broker brought. */
sealed interface Found {

    /** Events that follow without a gap. */
    record Next(List<Event> events) implements Found {}

    /** Nothing, though it could be asked. */
    record Silence() implements Found {}

    /** It could not be asked, or lacks the next event; why is for people and without secrets. */
    record Missing(String why) implements Found {}
}
