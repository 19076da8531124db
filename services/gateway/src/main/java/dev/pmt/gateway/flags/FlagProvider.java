package dev.pmt.gateway.flags;

import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.FeatureProvider;
import dev.openfeature.sdk.Metadata;
import dev.openfeature.sdk.ProviderEvaluation;
import dev.openfeature.sdk.Reason;
import dev.openfeature.sdk.Value;
import dev.pmt.gateway.traffic.Sticky;
import java.util.Map;
import java.util.function.Supplier;

/** Judges flags for OpenFeature, from what is in memory: nothing is waited for. Flags are on or off, and nothing else. */
final class FlagProvider implements FeatureProvider {

    /** The attribute of a context that names the user's role; the user's id is the targeting key. */
    static final String ROLE = "role";

    private final Supplier<Map<String, Flag>> flags;

    FlagProvider(Supplier<Map<String, Flag>> flags) {
        this.flags = flags;
    }

    @Override
    public Metadata getMetadata() {
        return () -> "pmt-edge";
    }

    @Override
    public ProviderEvaluation<Boolean> getBooleanEvaluation(String key, Boolean fallback, EvaluationContext context) {
        var flag = flags.get().get(key);
        if (flag == null) {
            return error(ErrorCode.FLAG_NOT_FOUND, "No flag has this key.", fallback);
        }
        var rule = flag.rule();
        if (!rule.enabled()) {
            return found(false, Reason.DISABLED);
        }
        var rollout = rule.rollout();
        if (rollout.percent() == 100) {
            return found(true, Reason.STATIC);
        }
        var user = context.getTargetingKey();
        if ((user != null && rollout.users().contains(user)) || (rollout.admins() && isAdmin(context))) {
            return found(true, Reason.TARGETING_MATCH);
        }
        if (rollout.percent() == 0) {
            return found(false, Reason.DEFAULT);
        }
        return user == null
                ? error(ErrorCode.TARGETING_KEY_MISSING, "A share of users needs to know the user.", fallback)
                : found(Sticky.percentile(flag.salt(), user) < rollout.percent(), Reason.SPLIT);
    }

    private static boolean isAdmin(EvaluationContext context) {
        var role = context.getValue(ROLE);
        return role != null && "admin".equals(role.asString());
    }

    private static ProviderEvaluation<Boolean> found(boolean on, Reason reason) {
        return ProviderEvaluation.<Boolean>builder()
                .value(on)
                .variant(on ? "on" : "off")
                .reason(reason.name())
                .build();
    }

    private static <T> ProviderEvaluation<T> error(ErrorCode code, String message, T fallback) {
        return ProviderEvaluation.<T>builder()
                .value(fallback)
                .reason(Reason.ERROR.name())
                .errorCode(code)
                .errorMessage(message)
                .build();
    }

    private <T> ProviderEvaluation<T> mistyped(String key, T fallback) {
        return flags.get().containsKey(key)
                ? error(ErrorCode.TYPE_MISMATCH, "Flags are on or off.", fallback)
                : error(ErrorCode.FLAG_NOT_FOUND, "No flag has this key.", fallback);
    }

    @Override
    public ProviderEvaluation<String> getStringEvaluation(String key, String fallback, EvaluationContext context) {
        return mistyped(key, fallback);
    }

    @Override
    public ProviderEvaluation<Integer> getIntegerEvaluation(String key, Integer fallback, EvaluationContext context) {
        return mistyped(key, fallback);
    }

    @Override
    public ProviderEvaluation<Double> getDoubleEvaluation(String key, Double fallback, EvaluationContext context) {
        return mistyped(key, fallback);
    }

    @Override
    public ProviderEvaluation<Value> getObjectEvaluation(String key, Value fallback, EvaluationContext context) {
        return mistyped(key, fallback);
    }
}
