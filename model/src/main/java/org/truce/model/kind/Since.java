package org.truce.model.kind;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The version of a kind's body that brought a field; 1 where it is absent. A field that came later is one that may be
 * left out, so that every body of an earlier version is read as one in which it is left out.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Since {
    /** The version, from 2. */
    int value();
}
