package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds whom a text in Markdown mentions: the links {@code [@Name](mention:ID)} outside of fenced code and code spans. It
 * takes time by the length of the text, whatever is in it.
 */
final class Mentions {

    /** As many people of one text are mentioned by it, the first ones. */
    static final int MOST = 50;

    private static final String ADDRESS = "](mention:";

    private static final Pattern REST =
            Pattern.compile("\\(mention:(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\)");

    private static final Pattern INDENT = Pattern.compile("[ \\t>]");

    /** What may stand before the text of a line: indents, and the marks of quotes and of list items. */
    private static final Pattern MARKS = Pattern.compile(INDENT + "|[-*+] |\\d{1,9}[.)] ");

    private final Set<UserId> found = new LinkedHashSet<>();
    private final StringBuilder paragraph = new StringBuilder();

    private Mentions() {}

    /** Returns whom a text mentions, in its order. */
    static Set<UserId> in(String text) {
        var mentions = new Mentions();
        if (text.contains(ADDRESS)) {
            mentions.readBlocks(text);
        }
        return mentions.found;
    }

    /** Returns whom a text mentions that the one before it did not. */
    static Set<UserId> added(String before, String after) {
        var mentioned = in(after);
        if (!mentioned.isEmpty()) {
            mentioned.removeAll(in(before));
        }
        return mentioned;
    }

    private void readBlocks(String text) {
        var fence = "";
        for (var line : (Iterable<String>) text.lines()::iterator) {
            if (!fence.isEmpty()) {
                fence = closes(line, fence) ? "" : fence;
                continue;
            }
            var content = without(MARKS, line);
            fence = fence(content);
            if (fence.isEmpty() && !content.isBlank()) {
                paragraph.append(content).append('\n');
            } else {
                readParagraph();
            }
        }
        readParagraph();
    }

    private static String without(Pattern marks, String line) {
        var next = marks.matcher(line);
        var at = 0;
        while (next.region(at, line.length()).lookingAt()) {
            at = next.end();
        }
        return line.substring(at);
    }

    /** Returns what the content of a line opens a block of code with; empty when it opens none. */
    private static String fence(String content) {
        var run = content.isEmpty() ? 0 : run(content, 0);
        var isFence =
                run >= 3 && (content.charAt(0) == '~' || (content.charAt(0) == '`' && content.indexOf('`', run) < 0));
        return isFence ? content.substring(0, run) : "";
    }

    private static boolean closes(String line, String fence) {
        var content = without(INDENT, line).stripTrailing();
        return content.startsWith(fence) && run(content, 0) == content.length();
    }

    /** Reads the brackets of the collected lines: a link ends where one closes that was opened, not as a picture's. */
    private void readParagraph() {
        var runs = backticks(paragraph);
        var links = new ArrayDeque<Boolean>();
        var rest = REST.matcher(paragraph);
        for (var at = 0; at < paragraph.length(); at++) {
            switch (paragraph.charAt(at)) {
                case '\\' -> at++;
                case '`' -> at = lastOfCode(at, runs);
                case '[' -> links.push(at == 0 || paragraph.charAt(at - 1) != '!');
                case ']' -> {
                    var isLink = !links.isEmpty() && links.pop();
                    if (isLink
                            && found.size() < MOST
                            && rest.region(at + 1, paragraph.length()).lookingAt()) {
                        found.add(UserId.valueOf(rest.group(1)));
                    }
                }
                default -> {}
            }
        }
        paragraph.setLength(0);
    }

    /** Returns where the runs of backticks begin, by their lengths. */
    private static Map<Integer, Deque<Integer>> backticks(CharSequence text) {
        var runs = new HashMap<Integer, Deque<Integer>>();
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '`') {
                var length = run(text, at);
                runs.computeIfAbsent(length, any -> new ArrayDeque<>()).add(at);
                at += length - 1;
            }
        }
        return runs;
    }

    /** Returns the last place of the code that backticks open; of the backticks alone when as many do not come again. */
    private int lastOfCode(int from, Map<Integer, Deque<Integer>> runs) {
        var length = run(paragraph, from);
        var ends = runs.getOrDefault(length, new ArrayDeque<>());
        while (!ends.isEmpty() && ends.element() <= from) {
            ends.remove();
        }
        return (ends.isEmpty() ? from : ends.element()) + length - 1;
    }

    private static int run(CharSequence text, int from) {
        var end = from + 1;
        while (end < text.length() && text.charAt(end) == text.charAt(from)) {
            end++;
        }
        return end - from;
    }
}
