package dev.pmt.gateway.traffic;

/** A shadow and what was found since it is there. */
public record ShadowRun(Shadow shadow, ShadowReport report) {

    /** Starts with an empty report. */
    public static ShadowRun fresh(Shadow shadow) {
        return new ShadowRun(shadow, new ShadowReport());
    }

    /** Goes on with a changed shadow; the report begins anew when it is another address's. */
    public ShadowRun with(Shadow changed) {
        return changed.address().equals(shadow.address()) ? new ShadowRun(changed, report) : fresh(changed);
    }
}
