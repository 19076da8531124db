package dev.pmt.api.imports;

import dev.pmt.api.projects.CustomField;
import java.util.List;

/** A column of an export. */
sealed interface ExportColumn {

    /** Returns its name in the header. */
    String name();

    /**
     * A field, in the words of the imported file where they still hold.
     *
     * @param sources the imported columns that fill the field and count here, in file order
     */
    record Field(String name, Fillable field, List<SourceColumns.Kept> sources) implements ExportColumn {}

    /** One of several columns that divide labels, or the options of a custom field, among them. */
    record Part(String name, Fillable field, int part, List<SourceColumns.Kept> sources) implements ExportColumn {}

    /** An imported column that fills no field. */
    record Kept(String name, int id) implements ExportColumn {}

    /**
     * A custom field of the project, in our own words; where the task has no value, in those of the imported file that mean
     * none here, such as the name of somebody who is no member.
     *
     * @param sources the imported columns that fill the field, in file order
     */
    record Custom(CustomField field, List<SourceColumns.Kept> sources) implements ExportColumn {

        @Override
        public String name() {
            return Header.OWN_FIELD_PREFIX + field.name();
        }
    }

    /** What PMT alone knows. */
    record Own(String name, Fact fact) implements ExportColumn {}

    /** Facts that only PMT knows; a new one comes last, so that columns keep their places. */
    enum Fact {
        ARCHIVED("pmt_archived"),
        CREATED("pmt_created"),
        UPDATED("pmt_updated"),
        START("pmt_start"),
        DUE("pmt_due"),
        PARENT("pmt_parent"),
        SPRINT("pmt_sprint"),
        ESTIMATE("pmt_estimate_minutes");

        private final String column;

        Fact(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }
}
