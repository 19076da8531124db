package dev.pmt.gateway.traffic;

/** A rule that cannot be; its message is a sentence for whoever asked for it. */
public final class RefusedRule extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    /** Says what must be how. */
    public RefusedRule(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
