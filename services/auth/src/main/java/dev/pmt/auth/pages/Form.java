package dev.pmt.auth.pages;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A page that is one form.
 *
 * @param problem what is wrong with the form as a whole; empty when nothing is
 */
record Form(
        String title,
        String intro,
        String submit,
        List<Field> fields,
        String problem,
        String csrfName,
        String csrfToken) {

    Form(String title, String intro, String submit, List<Field> fields, String problem, CsrfToken csrf) {
        this(title, intro, submit, focusFirst(fields), problem, csrf.getParameterName(), csrf.getToken());
    }

    boolean invalid() {
        return !problem.isEmpty() || !wrongFields().isEmpty();
    }

    List<Field> wrongFields() {
        return fields.stream().filter(Field::invalid).toList();
    }

    /** Puts the cursor into the first wrong input, or else the first empty one. */
    private static List<Field> focusFirst(List<Field> fields) {
        var anyWrong = fields.stream().anyMatch(Field::invalid);
        var first = IntStream.range(0, fields.size())
                .filter(i -> anyWrong
                        ? fields.get(i).invalid()
                        : fields.get(i).value().isEmpty())
                .findFirst()
                .orElse(-1);
        return IntStream.range(0, fields.size())
                .mapToObj(i -> i == first ? fields.get(i).focused() : fields.get(i))
                .toList();
    }
}
