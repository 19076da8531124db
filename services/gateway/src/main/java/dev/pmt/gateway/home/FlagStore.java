package dev.pmt.gateway.home;

import dev.pmt.gateway.flags.FlagJson;
import dev.pmt.gateway.flags.Flags;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;

/** Keeps the flags in one file. */
final class FlagStore {

    private final KeptFile file;

    FlagStore(Path folder) {
        file = new KeptFile(folder, "flags.json", "its flags", "with all flags gone");
    }

    /** Brings back what was kept. @throws ServiceStartException when the file cannot be read */
    void restore(Flags flags) {
        file.read(kept -> flags.restore(kept.getJsonArray("flags").stream()
                .map(flag -> FlagJson.kept((JsonObject) flag))
                .toList()));
        file.holds(json(flags));
    }

    /** Writes what is in force now, unless that is what was written last. */
    void save(Flags flags) throws IOException {
        file.write(json(flags));
    }

    private static JsonObject json(Flags flags) {
        return new JsonObject()
                .put(
                        "flags",
                        new JsonArray(flags.all().stream().map(FlagJson::keep).toList()));
    }
}
