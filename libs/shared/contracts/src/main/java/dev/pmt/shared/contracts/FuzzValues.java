package dev.pmt.shared.contracts;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Values that nobody expects, and texts that must come back as they went. */
public final class FuzzValues {

    /** JSON values as they stand in a body. */
    private static final List<String> JSON = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1.005",
            "9999999999999999999999",
            "1e309",
            "1e-999999999",
            "1e999999999",
            "\"\"",
            "\" \"",
            "\"null\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udfff\\ud800\"",
            "\"\\u202e\\u2066txt.exe\"",
            "\"\\ufeff\\u200b\"",
            "\"<script>alert(1)</script>\"",
            "\"'; DROP TABLE task; --\"",
            "\"../../../etc/passwd\"",
            "\"%00%n%s\"",
            "[]",
            "[null]",
            "[[[[[]]]]]",
            "{}",
            "{\"a\":{\"b\":null}}",
            "NaN",
            "'single'",
            "\"2026-02-30T25:61:61Z\"");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "true",
            "-1",
            "0",
            "101",
            "2147483648",
            "1e3",
            "\0",
            "a\0b",
            "\n",
            "\r\nX-Injected: 1",
            "%",
            "%25",
            "'",
            "\"",
            "\\",
            "*",
            "..",
            "../..",
            "..\\..",
            "a/b",
            "a;b=c",
            "<script>",
            "🚀",
            "\u202Eabc",
            "ÅÄÖ\u0301",
            "me",
            "none",
            ",",
            ",,,",
            "W/\"1\"",
            "\"1\"",
            "\"999999999999999999\"",
            "\"x\"",
            "Zm9v",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000");

    private final RandomGenerator random;
    private final List<String> texts;

    /** Takes texts that nobody expects at one service only. */
    FuzzValues(RandomGenerator random, List<String> more) {
        this.random = random;
        this.texts = Stream.concat(TEXTS.stream(), more.stream()).toList();
    }

    /** Returns one of them. */
    public <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Answers true so many times of a hundred. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Returns a number from 0. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns a JSON value of any type. */
    public String json() {
        return switch (random.nextInt(40)) {
            case 0 -> '"' + "x".repeat(260 + random.nextInt(20_000)) + '"';
            case 1 -> '"' + "x".repeat(200_001) + '"';
            case 2 -> "[".repeat(1_500) + "]".repeat(1_500);
            case 3 -> "[" + "\"a\",".repeat(60) + "\"b\"]";
            case 4 -> Long.toString(random.nextLong());
            case 5 -> "\"" + uuid() + "\"";
            default -> pick(JSON);
        };
    }

    /** Returns a text for a path, a parameter or a header. */
    public String text() {
        return switch (random.nextInt(20)) {
            case 0 -> "x".repeat(1 + random.nextInt(3_000));
            case 1 -> new String(new int[] {random.nextInt(0xD800), 0x10000 + random.nextInt(0x1000)}, 0, 2);
            case 2 -> uuid().toString();
            case 3 -> Integer.toString(random.nextInt());
            default -> pick(texts);
        };
    }

    /** Returns an id of nothing. */
    public UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Returns fewer bytes than this. */
    byte[] bytes(int most) {
        var bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }
}
