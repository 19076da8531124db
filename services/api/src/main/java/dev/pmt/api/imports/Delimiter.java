package dev.pmt.api.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import java.util.function.ToIntFunction;

/** Finds out what divides the fields of a file. */
final class Delimiter {

    private static final List<Character> CANDIDATES = List.of(',', ';', '\t');
    private static final int A_RECOGNISED_COLUMN = 100_000;

    private Delimiter() {}

    /** Returns the candidate that makes the most understood columns of the header, then the most columns. */
    static char detect(String head, ToIntFunction<List<String>> recognised) {
        char best = CANDIDATES.getFirst();
        int bestScore = 0;
        for (char candidate : CANDIDATES) {
            var header = header(head, candidate);
            var score = recognised.applyAsInt(header) * A_RECOGNISED_COLUMN + header.size();
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static List<String> header(String head, char delimiter) {
        try {
            var records = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .ofCsvRecord(head)
                    .iterator();
            return records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException e) {
            return List.of(); // reading the file itself will say what is wrong
        }
    }
}
