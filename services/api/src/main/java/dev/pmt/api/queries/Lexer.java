package dev.pmt.api.queries;

import dev.pmt.api.queries.Token.Shape;
import java.util.ArrayList;
import java.util.List;

/** Cuts a query into pieces; fails by {@link Stop}. */
final class Lexer {

    private static final String SINGLE = "(),";
    private static final String SIGNS = "=!<>~";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    /** Tells whether a text can stand without quotes. */
    static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isWordPart((char) c)) && !Token.isKeyword(text);
    }

    static boolean isWordPart(char c) {
        return c != '"' && SINGLE.indexOf(c) < 0 && SIGNS.indexOf(c) < 0 && !isGap(c) && !Character.isISOControl(c);
    }

    private static boolean isGap(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Returns the pieces, the last of which is the end. */
    List<Token> tokens() {
        while (at < text.length()) {
            var c = text.charAt(at);
            if (isGap(c)) {
                at++;
            } else if (SINGLE.indexOf(c) >= 0) {
                add(c == '(' ? Shape.OPEN : c == ')' ? Shape.CLOSE : Shape.COMMA, at + 1);
            } else if (SIGNS.indexOf(c) >= 0) {
                sign();
            } else if (c == '"') {
                string();
            } else {
                word();
            }
        }
        add(Shape.END, at);
        return tokens;
    }

    private void add(Shape shape, int end) {
        tokens.add(new Token(shape, text.substring(at, end), new Span(at, end - at)));
        at = end;
    }

    private void sign() {
        var two = text.substring(at, Math.min(at + 2, text.length()));
        if (Operator.of(two).isPresent()) {
            add(Shape.SYMBOL, at + two.length());
        } else if (Operator.of(two.substring(0, 1)).isPresent()) {
            add(Shape.SYMBOL, at + 1);
        } else {
            throw new Stop(new Span(at, 1), two.substring(0, 1), new Expected.Words("!=", "!~", "NOT"));
        }
    }

    private void word() {
        var end = at;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        if (end == at) {
            throw new Stop(new Span(at, 1), "", new Expected.Rule("no control character"));
        }
        add(Shape.WORD, end);
    }

    private void string() {
        var start = at;
        var content = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"') {
                at = i + 1;
                tokens.add(new Token(Shape.STRING, content.toString(), new Span(start, at - start)));
                return;
            }
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = text.charAt(i);
            }
            if (c == '\0') {
                throw new Stop(new Span(i, 1), "", new Expected.Rule("no control character"));
            }
            content.append(c);
        }
        throw new Stop(
                new Span(start, text.length() - start), text.substring(start), new Expected.Rule("a closing \""));
    }
}
