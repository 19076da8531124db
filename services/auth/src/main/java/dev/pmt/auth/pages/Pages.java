package dev.pmt.auth.pages;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Renders the pages; every value is escaped for HTML. */
@Component
class Pages {

    private static final String FOLDER = "dev/pmt/auth/pages/";

    private final Template form;
    private final Template message;

    Pages() throws IOException {
        var compiler =
                Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).withLoader(Pages::open);
        this.form = compiler.loadTemplate("form");
        this.message = compiler.loadTemplate("message");
    }

    String render(Form page) {
        return form.execute(page);
    }

    String render(Message page) {
        return message.execute(page);
    }

    private static Reader open(String name) throws IOException {
        var template = new ClassPathResource(FOLDER + name + ".mustache", Pages.class.getClassLoader());
        return new InputStreamReader(template.getInputStream(), StandardCharsets.UTF_8);
    }
}
