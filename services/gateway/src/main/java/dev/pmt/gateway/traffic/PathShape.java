package dev.pmt.gateway.traffic;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Paths that differ only in what they name: {@code /api/v1/tasks/MESOS-1} is {@code /api/v1/tasks/*}. */
final class PathShape {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z_.-]{0,39}|v[0-9]{1,3}|");

    private PathShape() {}

    static String of(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment -> WORD.matcher(segment).matches() ? segment : "*")
                .collect(Collectors.joining("/"));
    }
}
