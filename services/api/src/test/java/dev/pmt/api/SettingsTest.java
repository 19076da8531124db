package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dev.pmt.api.tasks.TaskSettings     | {longestRank=32, respaceReach=50}
            dev.pmt.api.tasks.BulkSettings     | {atOnce=200, attempts=5, chunk=200, keep=PT720H, lease=PT30S, most=10000, \
            poll=PT2S, pruneEvery=PT1H, workers=1}
            dev.pmt.api.imports.ImportSettings | {attempts=5, batchCharacters=1000000, batchRows=200, exportWait=PT10S, \
            exports=2, keptErrors=1000, lease=PT10S, poll=PT2S, uploadTimeout=PT10M, workers=1}
            dev.pmt.api.attachments.AttachmentSettings | {folder=, keep=PT24H, most=100, mostBytes=26214400B, pruneEvery=PT10M, \
            s3=none}
            dev.pmt.api.idempotency.IdempotencySettings | {keep=PT24H, lease=PT1M, longestBody=10485760B, pruneEvery=PT10M}
            """)
    void have_these_defaults(String type, String defaults) throws ReflectiveOperationException {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("pmt.any", Bindable.of(Class.forName(type)));

        var values = new TreeMap<String, String>();
        for (var component : settings.getClass().getRecordComponents()) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            values.put(component.getName(), accessor.invoke(settings).toString());
        }
        assertThat(values).hasToString(defaults);
    }
}
