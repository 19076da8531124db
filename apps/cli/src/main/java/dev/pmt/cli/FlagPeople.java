package dev.pmt.cli;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Whom flags name by their ids; ids stay ids while nobody can say whose they are. */
record FlagPeople(Map<String, String> emails) {

    private static final String USER = "user ";

    static FlagPeople of(Connection pmt) {
        var emails = new HashMap<String, String>();
        try {
            for (var user : new Users(pmt).all()) {
                emails.put(user.required("id").asString(), user.path("email").asString(""));
            }
        } catch (CommandFailure | ConnectionLost away) {
            emails.clear();
        }
        return new FlagPeople(emails);
    }

    String name(JsonNode id) {
        return name(id.asString());
    }

    private String name(String id) {
        var email = emails.getOrDefault(id, "");
        return Plain.text(email.isEmpty() ? id : email);
    }

    /** Names who changed something, as the edge wrote it down. */
    String who(JsonNode who) {
        var text = who.asString();
        return text.startsWith(USER) ? name(text.substring(USER.length())) : Plain.text(text);
    }
}
