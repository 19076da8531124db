package dev.pmt.api.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.api.projects.CustomField;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueryFieldsTest {

    @Test
    void no_custom_field_has_the_name_of_a_field_of_every_task() {
        var names = QueryFields.FIELDS.all().stream()
                .flatMap(field -> Stream.concat(Stream.of(field.name()), field.others().stream()))
                .map(name -> name.toLowerCase(Locale.ROOT));

        assertThat(CustomField.TAKEN).containsExactlyInAnyOrderElementsOf(names.toList());
    }
}
