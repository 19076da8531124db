package dev.pmt.auth.pages;

/**
 * One input of a form, as its template shows it; empty texts are left out.
 *
 * @param error what is wrong with the value sent before
 */
record Field(
        String name,
        String label,
        String type,
        String autocomplete,
        String value,
        String hint,
        String error,
        boolean readonly,
        boolean focus) {

    static Field text(String name, String label, String type, String autocomplete) {
        return new Field(name, label, type, autocomplete, "", "", "", false, false);
    }

    static Field password(String name, String label, String autocomplete) {
        return text(name, label, "password", autocomplete);
    }

    Field with(String value) {
        return new Field(name, label, type, autocomplete, value, hint, error, readonly, focus);
    }

    Field hinted(String hint) {
        return new Field(name, label, type, autocomplete, value, hint, error, readonly, focus);
    }

    Field wrong(String error) {
        return new Field(name, label, type, autocomplete, value, hint, error, readonly, focus);
    }

    Field fixed() {
        return new Field(name, label, type, autocomplete, value, hint, error, true, focus);
    }

    Field focused() {
        return new Field(name, label, type, autocomplete, value, hint, error, readonly, true);
    }

    boolean invalid() {
        return !error.isEmpty();
    }

    /** Names the elements that describe the input to assistive technology. */
    String describedBy() {
        return ((hint.isEmpty() ? "" : name + "-hint ") + (error.isEmpty() ? "" : name + "-error")).strip();
    }
}
