package dev.pmt.auth.pages;

/** A page that says something and shows one way on. */
record Message(String title, String text, String linkHref, String linkText) {

    static final Message LINK_GONE = new Message(
            "This link does not work any more",
            "One-time links work once and only for a while. If you were invited, ask an administrator for a new link."
                    + " If you are setting PMT up, restart it: it prints a new link until there is an administrator.",
            "/auth/sign-in",
            "Sign in");
    static final Message NOT_FOUND =
            new Message("There is nothing here", "The address may be mistyped or out of date.", "/", "Go to PMT");
    static final Message FORM_EXPIRED = new Message(
            "This form is out of date",
            "It was open for too long, or your browser does not keep cookies for this site. Nothing was changed.",
            "/",
            "Start again");
    static final Message UNREADABLE = new Message(
            "PMT could not read this request",
            "The address or the form came in a way that PMT does not understand. Nothing was changed.",
            "/",
            "Start again");
    static final Message BROKEN = new Message(
            "Something went wrong",
            "PMT could not do this just now. Nothing was changed; please try again in a moment.",
            "/",
            "Try again");
}
