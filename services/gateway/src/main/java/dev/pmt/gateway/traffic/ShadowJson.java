package dev.pmt.gateway.traffic;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Shadows as JSON. */
public final class ShadowJson {

    private ShadowJson() {}

    /** Reads what is asked for; what is not said stays as it was, or is as usual. */
    public static Shadow read(JsonObject asked, @Nullable Shadow before) {
        if (before == null && !asked.containsKey("address")) {
            throw new RefusedRule("address must be given: where the shadow is");
        }
        return new Shadow(
                before == null || asked.containsKey("address")
                        ? ServiceAddress.of(asked.getString("address", ""))
                        : before.address(),
                asked.getDouble("sample", before == null ? 100 : before.sample()),
                asked.getString("route", before == null ? null : before.route()),
                asked.getInteger("body", before == null ? Shadow.BODY : before.body()),
                asked.getInteger("most", before == null ? Shadow.MOST : before.most()));
    }

    /** Writes all that {@link #read} reads. */
    public static JsonObject write(Shadow shadow) {
        return new JsonObject()
                .put("address", shadow.address().toString())
                .put("sample", shadow.sample())
                .put("route", shadow.route())
                .put("body", shadow.body())
                .put("most", shadow.most());
    }
}
