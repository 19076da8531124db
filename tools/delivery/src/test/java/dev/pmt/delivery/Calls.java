package dev.pmt.delivery;

import dev.pmt.shared.contracts.DeclaredCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every synchronous call between services, with those that make it. */
record Calls(Repository repository) {

    /** One declared call; the libraries' are made by every service that they are built into and that needs them. */
    record Made(List<String> callers, DeclaredCall call) {}

    List<Made> all() {
        var calls = new ArrayList<Made>();
        for (var service : repository.services()) {
            declared(repository.contract(service)).forEach(call -> calls.add(new Made(List.of(service), call)));
        }
        declared(library("web"))
                .forEach(call -> calls.add(new Made(
                        repository.services().stream()
                                .filter(service -> repository.inputs(service).contains("libs/shared/web/**"))
                                .filter(service -> !service.equals(call.provider()))
                                .toList(),
                        call)));
        declared(library("events")).forEach(call -> calls.add(new Made(listeners(), call)));
        return calls;
    }

    /** Returns the file in which the called operations are. */
    Path contract(DeclaredCall call) {
        var folder = switch (call.provider()) {
            case "every service" -> library("web");
            case "producer" -> library("events");
            default -> repository.contract(call.provider());
        };
        return folder.resolve("internal.yaml");
    }

    /** Returns the services that hear another one's events. */
    private List<String> listeners() {
        return repository.services().stream()
                .filter(service -> EventPage.consumers(repository, service).stream()
                        .anyMatch(consumer -> !consumer.producer().equals(service)))
                .toList();
    }

    private Path library(String name) {
        return repository.root().resolve("libs/shared/" + name + "/contract");
    }

    private static List<DeclaredCall> declared(Path folder) {
        var file = folder.resolve("calls.yml");
        return Files.exists(file) ? DeclaredCall.read(file) : List.of();
    }
}
