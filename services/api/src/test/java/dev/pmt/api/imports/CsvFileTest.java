package dev.pmt.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static CsvFile open(byte[] bytes, boolean cut) {
        return new CsvFile(
                new ByteArrayInputStream(bytes), cut, names -> Header.recognised(names, new Mapping(Map.of())));
    }

    private static CsvFile open(String text) {
        return open(text.getBytes(StandardCharsets.UTF_8), false);
    }

    private static List<CsvRows.Row> rows(CsvFile file) {
        var rows = new ArrayList<CsvRows.Row>();
        for (var row = file.next(); row.isPresent(); row = file.next()) {
            rows.add(row.get());
        }
        return rows;
    }

    private static FileFault.View fault(ThrowingCallable reading) {
        var fault = org.assertj.core.api.Assertions.catchThrowableOfType(FileFault.class, reading);
        return fault.view();
    }

    @Test
    void reads_quotes_newlines_and_line_numbers() {
        var file = open("key,title\r\nA-1,\"two\r\nlines\"\r\n\r\nA-2,\"say \"\"hi\"\"\"\r\n");

        assertThat(file.header()).containsExactly("key", "title");
        assertThat(rows(file))
                .containsExactly(
                        new CsvRows.Row(2, List.of("A-1", "two\r\nlines")),
                        new CsvRows.Row(5, List.of("A-2", "say \"hi\"")));
    }

    @Test
    void skips_a_byte_order_mark() {
        assertThat(open("\uFEFFkey,title\n").header()).containsExactly("key", "title");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void finds_the_delimiter(String delimiter) {
        var file = open(String.join(delimiter, "Issue key", "Summary", "\"Custom, with; all\tthree\"") + "\n");

        assertThat(file.delimiter()).isEqualTo(delimiter.charAt(0));
        assertThat(file.header()).containsExactly("Issue key", "Summary", "Custom, with; all\tthree");
    }

    @Test
    void names_the_row_whose_quote_is_never_closed() {
        var file = open("key,title\nA-1,fine\nA-2,\"open\nA-3,x\n");

        assertThat(fault(() -> rows(file)))
                .isEqualTo(new FileFault.View(3L, "the row that begins on line 3 must close the quote it opens"));
    }

    @Test
    void refuses_text_behind_a_closing_quote() {
        var file = open("key,title\nA-1,\"closed\"text\nA-2,x\n");

        assertThat(fault(() -> rows(file)).line()).isEqualTo(2);
        assertThat(fault(() -> rows(open("key\n\"a\"b\n"))).message())
                .startsWith("the row that begins on line 2 must hold no text right behind a closing quote");
    }

    @Test
    void stops_at_a_field_without_end_instead_of_filling_the_memory() {
        var opening = "k,t\n\"".getBytes(StandardCharsets.UTF_8);
        var endless = new ChunkStream(n -> n == 0 ? opening : "x".repeat(10_000).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> rows(new CsvFile(endless, false, names -> 0))).isInstanceOf(FileFault.class);
    }

    @Test
    void refuses_an_empty_file() {
        assertThat(fault(() -> open("")).message()).isEqualTo("the file must have a header and rows: it is empty");
    }

    @Test
    void names_the_line_of_the_first_byte_that_is_not_utf_8() {
        var text = "key,title\n" + "A-1,fine ünïcödé\n".repeat(5_000) + "A-2,caf\u00e9\n";
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        var bad = utf8.clone();
        bad[bad.length - 3] = (byte) 0xE9;
        bad[bad.length - 2] = 'x';

        var fault = fault(() -> rows(open(bad, false)));

        assertThat(fault.line()).isEqualTo(5_002);
        assertThat(fault.message()).isEqualTo("the file must be UTF-8: byte 0xE9 on line 5002 is not");
        assertThat(rows(open(utf8, false))).hasSize(5_001);
    }

    @Test
    void refuses_utf_16() {
        assertThat(fault(() -> open("key,title\n".getBytes(StandardCharsets.UTF_16), false))
                        .message())
                .isEqualTo("the file must be UTF-8: it begins with the mark of UTF-16");
    }

    @Test
    void reads_the_same_however_small_the_pieces_are() {
        var text = "key,title\nA-1,Übergrößenträger 日本語 🚀\n";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var slow = new ChunkStream(n -> n < bytes.length ? new byte[] {bytes[n]} : null);

        assertThat(rows(new CsvFile(slow, false, names -> 0)))
                .containsExactly(new CsvRows.Row(2, List.of("A-1", "Übergrößenträger 日本語 🚀")));
    }

    @Test
    void bears_a_cut_within_a_character_or_a_quote() {
        var bytes = "key,title\nA-1,\"日本語\"\n".getBytes(StandardCharsets.UTF_8);

        for (int length = 10; length <= bytes.length; length++) {
            var beginning = java.util.Arrays.copyOf(bytes, length);
            assertThat(rows(open(beginning, true)).size()).isLessThanOrEqualTo(1);
        }
    }
}
