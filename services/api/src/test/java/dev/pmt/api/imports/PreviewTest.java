package dev.pmt.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.api.Answer;
import dev.pmt.api.Client;
import dev.pmt.api.RunningApi;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PreviewTest {

    private static RunningApi api;
    private static Client ana;
    private static String project;

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
        project = ana.project();
    }

    private static Answer preview(String query, String text) {
        return ana.csv("/imports/preview?project=" + project + query, text.getBytes(StandardCharsets.UTF_8))
                .expect(200);
    }

    @Test
    void shows_columns_mapping_rows_and_errors() {
        var preview = preview("", "Issue key;Summary;Extra;Story Points\nA-1;One;;3\nA-2;Two;x;many\n");

        assertThat(preview.text("/delimiter")).isEqualTo(";");
        assertThat(preview.each("/columns", "name")).containsExactly("Issue key", "Summary", "Extra", "Story Points");
        assertThat(preview.at("/columns").toString())
                .contains("{\"name\":\"Extra\",\"field\":null,\"sample\":\"x\"}")
                .contains("{\"name\":\"Story Points\",\"field\":\"points\",\"sample\":\"3\",\"fills\":\"points\"}");
        assertThat(preview.number("/rowsSeen")).isEqualTo(2);
        assertThat(preview.at("/rows/1").toString())
                .isEqualTo("{\"line\":3,\"cells\":[\"A-2\",\"Two\",\"x\",\"many\"]}");
        assertThat(preview.number("/errors/0/line")).isEqualTo(3);
        assertThat(preview.at("/error").isNull()).isTrue();
    }

    @Test
    void says_which_required_fields_have_no_column() {
        assertThat(preview("", "Id,Name\n1,One\n").at("/missing").toString()).isEqualTo("[\"key\",\"title\"]");
        assertThat(preview("&map=key=Id&map=title=Name", "Id,Name\n1,One\n")
                        .at("/missing")
                        .size())
                .isZero();
    }

    @Test
    void leaves_out_the_last_row_of_a_partial_file() {
        var text = "issuekey,title\nA-1,One\nA-2,\"Cut in the qu";

        assertThat(preview("&partial=true", text).number("/rowsSeen")).isEqualTo(1);
        assertThat(preview("", text).text("/error/message"))
                .isEqualTo("the row that begins on line 3 must close the quote it opens");
    }

    @Test
    void reads_only_the_beginning_of_a_long_file_and_cuts_long_cells() {
        var text = "issuekey,title,description\nA-1,One," + "🚀".repeat(300) + "\n" + "A-2,Two,x\n".repeat(40_000);

        var preview = preview("", text);

        assertThat(preview.number("/rowsSeen")).isBetween(20_000L, 30_000L);
        assertThat(preview.at("/rows").size()).isEqualTo(10);
        assertThat(preview.text("/rows/0/cells/2")).isEqualTo("🚀".repeat(200));
    }

    @Test
    void explains_a_file_that_is_not_csv() {
        var answer = ana.csv("/imports/preview?project=" + project, new byte[] {(byte) 0xFF, (byte) 0xFE, 1, 0})
                .expect(200);

        assertThat(answer.text("/error/message")).startsWith("the file must be UTF-8");
    }
}
