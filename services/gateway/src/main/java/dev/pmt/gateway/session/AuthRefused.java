package dev.pmt.gateway.session;

/** Auth understood and said no. */
public final class AuthRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    AuthRefused(int status, String code) {
        super(status + " " + code, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** Returns the HTTP status of auth's answer, 400 to 499. */
    public int status() {
        return status;
    }

    /** Returns the OAuth error or the problem code. */
    public String code() {
        return code;
    }
}
