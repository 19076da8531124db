package dev.pmt.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.api.Client;
import dev.pmt.api.RunningApi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

    private static final String HEADER = "issuekey,title,description,storypoint\n";

    private static RunningApi api;
    private static Client ana;

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
    }

    @Test
    void maps_columns_by_the_users_word() {
        var project = ana.project();
        var file = "Id;Name;Size;Kind\n1;One;2;bug\n2;Two;x;bug\n";

        var done = Imported.file(ana, project + "&map=key=Id&map=title=name&map=points=Size&map=type=Kind", file);

        Imported.counts(done, 1, 0, 0, 1);
        var task = ana.get("/projects/" + project + "/tasks").expect(200);
        assertThat(task.text("/items/0/sourceKey")).isEqualTo("1");
        assertThat(task.text("/items/0/type")).isEqualTo("bug");
        assertThat(task.at("/items/0/points").toString()).isEqualTo("2");
    }

    @Test
    void leaves_a_field_out_by_an_empty_column_and_takes_it_in_later() {
        var project = ana.project("LEAVE");
        var file = HEADER + "LEAVE-1,Title,Text,3\n";

        Imported.counts(Imported.file(ana, project + "&map=points=", file), 1, 0, 0, 0);
        assertThat(ana.get("/tasks/LEAVE-1").at("/points").isNull()).isTrue();

        Imported.counts(Imported.file(ana, project, file), 0, 1, 0, 0);
        assertThat(ana.get("/tasks/LEAVE-1").at("/points").toString()).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource({"colour=Red", "points", "title=%00"})
    void refuses_a_mapping_that_makes_no_sense(String mapping) {
        ana.csv("/imports?project=" + ana.project() + "&map=" + mapping, new byte[] {1})
                .expect(400, "invalid-request");
    }

    @Test
    void refuses_a_field_mapped_twice_and_a_column_that_is_not_there() {
        var project = ana.project();

        ana.csv("/imports?project=" + project + "&map=title=a&map=title=b", new byte[] {1})
                .expect(400, "invalid-request");
        assertThat(Imported.file(ana, project + "&map=title=Nope", HEADER).text("/error/message"))
                .isEqualTo("the file must have the mapped column: Nope");
    }
}
