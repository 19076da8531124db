package dev.pmt.api.tasks;

/** The digits of ranks: base 62, in the order of their code units, so that text order is number order. */
final class Digits {

    static final int BASE = 62;

    private static final String ALL = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Digits() {}

    static char of(int value) {
        return ALL.charAt(value);
    }

    static int value(char digit) {
        var value = ALL.indexOf(digit);
        if (value < 0) {
            throw new IllegalArgumentException("digit must be one of " + ALL + ": " + digit);
        }
        return value;
    }

    /** Returns a number in exactly the given count of digits. */
    static String fixed(long number, int count) {
        var digits = new char[count];
        var rest = number;
        for (int i = count - 1; i >= 0; i--) {
            digits[i] = of((int) (rest % BASE));
            rest /= BASE;
        }
        return new String(digits);
    }

    static long number(String digits) {
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            number = number * BASE + value(digits.charAt(i));
        }
        return number;
    }

    /** Returns how many numbers fit in a count of digits. */
    static long span(int count) {
        long span = 1;
        for (int i = 0; i < count; i++) {
            span *= BASE;
        }
        return span;
    }
}
