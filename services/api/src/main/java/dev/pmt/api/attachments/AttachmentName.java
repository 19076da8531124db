package dev.pmt.api.attachments;

import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import java.util.regex.Pattern;

/** Names of files as people may see and save them. */
final class AttachmentName {

    private static final int LONGEST = 255;

    /** Control characters, and those that turn the direction of what follows: they make an exe look like a png. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]");

    private AttachmentName() {}

    /** Takes path and unseen characters out of a name, or refuses one of which nothing is left (400). */
    static String tidied(String given) {
        var file = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var name = UNSEEN.matcher(file).replaceAll("").strip();
        var faults = new Faults();
        Texts.check(faults, "name", name, 1, LONGEST);
        faults.check(!name.equals(".") && !name.equals(".."), "name", "name must be the name of a file: " + name);
        faults.refuse();
        return name;
    }
}
