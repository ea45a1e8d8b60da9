package org.truce.server;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For whom a handler answers, and what. A handler without it answers nobody. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Serves {
    /** Who may ask. */
    To value();

    /** What is answered, in a few words: the summary in the description of the API. */
    String what();

    /** The media types of the answer, the one that is given to who names none first. */
    String[] types() default "application/json";

    /** The shape of a JSON answer: a schema of the description of the API. */
    String shape() default "";

    /** Whether the answer is the same at every instant of which a view may speak. */
    boolean timeless() default false;

    /** Who may ask. */
    enum To {
        /** Anybody; what is answered is cut to what the caller may read. */
        READERS,
        /** Only who carries the token with which this server was started. */
        WRITER
    }
}
