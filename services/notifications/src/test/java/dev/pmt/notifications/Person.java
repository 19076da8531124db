package dev.pmt.notifications;

import dev.pmt.shared.contracts.Contract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.json.JsonMapper;

/** Someone who asks for tickets and opens sockets; every answer is held against the contract. */
record Person(URI address, UUID id, String token) {

    static final Path CONTRACT_FILE = Path.of("contract", "openapi.yaml");
    static final String TICKETS = "/api/v1/live/tickets";

    private static final Contract CONTRACT = new Contract(CONTRACT_FILE);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    Person with(String other) {
        return new Person(address, id, other);
    }

    /** Goes to another process of the service. */
    Person at(URI other) {
        return new Person(other, id, token);
    }

    HttpResponse<byte[]> asksForTicket() {
        var request = HttpRequest.newBuilder(address.resolve(TICKETS)).POST(BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            CONTRACT.check("POST", TICKETS, answer);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String ticket() {
        var answer = asksForTicket();
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("no ticket: " + answer.statusCode());
        }
        return JSON.readTree(answer.body()).required("ticket").asString();
    }

    /** Opens a socket and reads its welcome. */
    Listening opens() {
        var listening = opensWith(ticket());
        listening.expect("welcome");
        return listening;
    }

    /** Opens a socket with a ticket; headers are name, value. @throws CompletionException around a handshake that failed */
    Listening opensWith(String ticket, String... headers) {
        var listening = new Listening();
        var builder = HTTP.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        var target = address.toString().replaceFirst("http", "ws") + "/ws?ticket=" + ticket;
        builder.buildAsync(URI.create(target), listening).join();
        return listening;
    }

    /** Tries to open a socket and returns how that was refused. */
    HttpResponse<?> refusedWith(String ticket, String... headers) {
        try {
            opensWith(ticket, headers);
            throw new AssertionError("the socket must be refused");
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse();
            }
            throw e;
        }
    }
}
