package dev.pmt.api.wire;

import dev.pmt.shared.web.ProblemException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The place in a list behind the last item of a page (keyset pagination); opaque to clients.
 *
 * @param list which list and order it belongs to, so that it cannot be used in another
 * @param parts the sort values of the item
 */
public record Cursor(String list, List<String> parts) {

    private static final String SEPARATOR = "\n";
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Makes a cursor. */
    public static Cursor of(String list, Object... parts) {
        return new Cursor(
                list, java.util.Arrays.stream(parts).map(Object::toString).toList());
    }

    /** Reads a cursor of the given list, empty when there is none. @throws ProblemException when it is not one (400) */
    public static Optional<Cursor> parse(@Nullable String text, String list, int parts) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var values = List.of(decoded.split(SEPARATOR, -1));
            if (values.size() == parts + 1 && values.getFirst().equals(list) && !decoded.contains("\0")) {
                return Optional.of(new Cursor(list, values.subList(1, values.size())));
            }
        } catch (IllegalArgumentException e) {
            // not base64: answered below like any other text that is no cursor of this list
        }
        throw invalid();
    }

    /** Returns the opaque form. */
    public String text() {
        var joined = list + SEPARATOR + String.join(SEPARATOR, parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a part as it was given. */
    public String string(int index) {
        return parts.get(index);
    }

    /** Returns a part as a number. */
    public long number(int index) {
        try {
            return Long.parseLong(parts.get(index));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    /** Returns a part as a decimal number. */
    public BigDecimal decimal(int index) {
        if (!DECIMAL.matcher(parts.get(index)).matches()) {
            throw invalid();
        }
        return new BigDecimal(parts.get(index));
    }

    /** Returns a part as an id. */
    public UUID id(int index) {
        try {
            return UUID.fromString(parts.get(index));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** Returns a part as a day. */
    public LocalDate day(int index) {
        try {
            var day = LocalDate.parse(parts.get(index));
            if (day.getYear() < 1 || day.getYear() > 9999) {
                throw invalid();
            }
            return day;
        } catch (DateTimeException e) {
            throw invalid();
        }
    }

    /** Returns a part as a point in time. */
    public Instant time(int index) {
        try {
            var time = Instant.parse(parts.get(index));
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw invalid();
            }
            return time;
        } catch (DateTimeException e) {
            throw invalid();
        }
    }

    /** Makes the answer to a text that is no cursor of a list. */
    public static ProblemException invalid() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "invalid-cursor",
                "cursor must be the next of a page of this list; start again without one.");
    }
}
