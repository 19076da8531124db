package dev.pmt.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PgBenchTest {

    @Test
    void gives_each_question_mark_its_value_and_changes_nothing_else() {
        assertThat(PgBench.script("SELECT a FROM t WHERE b = ? AND c = ?\n", ":project", ":number"))
                .isEqualTo("SELECT a FROM t WHERE b = :project AND c = :number");
    }

    @Test
    void refuses_a_value_too_few_or_too_many() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> PgBench.script("SELECT ?, ?", ":project"));
        assertThatIllegalArgumentException().isThrownBy(() -> PgBench.script("SELECT ?", ":project", ":number"));
    }

    @Test
    void every_operation_sends_the_statements_of_the_baseline() {
        var scripts = Operation.of("KEY", 2_000).stream().map(Operation::script).toList();

        assertThat(scripts).hasSize(3).noneMatch(script -> script.contains("?"));
        assertThat(scripts.get(0)).startsWith(start(BareStatements.LIST));
        assertThat(scripts.get(1)).contains(start(BareStatements.GET)).contains("random(1, 2000)");
        assertThat(scripts.get(2)).contains(start(BareStatements.COUNT)).contains(start(BareStatements.INSERT));
    }

    private static String start(String statement) {
        return statement.substring(0, statement.indexOf('?'));
    }
}
