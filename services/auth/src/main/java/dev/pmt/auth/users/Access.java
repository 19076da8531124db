package dev.pmt.auth.users;

/** One kind of thing with which a person gets in besides their password. */
public interface Access {

    /** Ends everything of this kind that the person has. */
    void endFor(UserId user);
}
