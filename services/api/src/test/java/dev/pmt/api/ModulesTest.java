package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    private final ApplicationModules modules = ApplicationModules.of(ApiApplication.class);

    @Test
    void use_only_the_doors_of_one_another_and_have_no_cycles() {
        modules.verify();
    }

    @Test
    void are_the_ten_that_are_meant() {
        assertThat(modules.stream().map(ApplicationModule::getDisplayName))
                .containsExactlyInAnyOrder(
                        "Profiles",
                        "Projects",
                        "Tasks",
                        "Imports",
                        "Idempotency",
                        "Wire",
                        "Queries",
                        "Views",
                        "Attachments",
                        "Worklogs",
                        "Demo");
    }
}
