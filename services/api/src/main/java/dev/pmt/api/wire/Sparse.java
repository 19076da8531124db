package dev.pmt.api.wire;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an operation whose caller may ask for some fields alone, by the parameter {@code fields}: {@link SparseAnswers}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Sparse {

    /** What the operation answers, or each item of the page that it answers. */
    Class<? extends Record> value();
}
