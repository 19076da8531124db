package dev.pmt.api.wire;

/** Rules for texts that people write; lengths count code points, as PostgreSQL and JSON Schema do. */
public final class Texts {

    private Texts() {}

    /** Checks length and characters of a text; a text with a least length must also not be blank. */
    public static void check(Faults faults, String field, String text, int least, int most) {
        var length = text.codePointCount(0, text.length());
        if (length < least || length > most) {
            faults.check(false, field, "%s must have %d to %d characters: %d".formatted(field, least, most, length));
        } else if (least > 0 && text.isBlank()) {
            faults.check(false, field, field + " must not be blank");
        }
        faults.check(text.indexOf('\0') < 0, field, field + " must not contain the NUL character");
        faults.check(isWellFormed(text), field, field + " must be well-formed Unicode");
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
