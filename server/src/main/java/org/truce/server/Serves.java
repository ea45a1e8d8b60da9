package org.truce.server;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For whom a handler answers. A handler without it answers nobody. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Serves {
    /** Who may ask. */
    To value();

    /** Who may ask. */
    enum To {
        /** Anybody; what is answered is cut to what the caller may read. */
        READERS,
        /** Only who carries the token with which this server was started. */
        WRITER
    }
}
