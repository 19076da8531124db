package dev.pmt.api.attachments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is, by its first bytes alone: what its sender says is not believed, since browsers act on it. */
enum MediaType {
    /** Portable Network Graphics. */
    PNG("image/png"),
    /** JPEG. */
    JPEG("image/jpeg"),
    /** Graphics Interchange Format. */
    GIF("image/gif"),
    /** WebP in its RIFF container. */
    WEBP("image/webp"),
    /** Anything else, and so nothing that a browser may show by itself. */
    OTHER("application/octet-stream");

    /** How many bytes of the beginning suffice. */
    static final int HEAD = 12;

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG_MARKER = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    private final String text;

    MediaType(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Answers whether a browser may show the bytes within a page: pictures made of pixels, which hold no script. */
    boolean isShown() {
        return this != OTHER;
    }

    /** Recognises the beginning of a file. */
    static MediaType sniff(byte[] head) {
        if (begins(head, 0, PNG_SIGNATURE)) {
            return PNG;
        }
        if (begins(head, 0, JPEG_MARKER)) {
            return JPEG;
        }
        if (begins(head, 0, ascii("GIF87a")) || begins(head, 0, ascii("GIF89a"))) {
            return GIF;
        }
        return begins(head, 0, ascii("RIFF")) && begins(head, 8, ascii("WEBP")) ? WEBP : OTHER;
    }

    /** Reads the name from the database; one of a newer program is not shown. */
    static MediaType of(String text) {
        return Arrays.stream(values())
                .filter(type -> type.text.equals(text))
                .findFirst()
                .orElse(OTHER);
    }

    private static boolean begins(byte[] head, int at, byte[] with) {
        return head.length >= at + with.length && Arrays.equals(head, at, at + with.length, with, 0, with.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
