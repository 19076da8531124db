package dev.pmt.gateway.traffic;

/** A canary and what was counted since it has these bounds and this address. */
public record CanaryRun(Canary canary, CanaryWatch watch) {

    /** Starts to count. */
    public static CanaryRun fresh(Canary canary) {
        return new CanaryRun(canary, new CanaryWatch(canary.bounds()));
    }

    /** Goes on with a changed canary; what was counted stays when it still tells something about this one. */
    public CanaryRun with(Canary changed) {
        var same = changed.address().equals(canary.address())
                && changed.bounds().equals(canary.bounds())
                && canary.rolledBack() == null;
        return same ? new CanaryRun(changed, watch) : fresh(changed);
    }
}
