package org.truce.model;

/**
 * Thrown by the constructor of a value that is impossible in itself (a negative count, a date that does not exist).
 * Readers of documents catch it at the field and turn it into a {@link Problem} with a place; code that builds values
 * by hand sees it as the programming error that it then is.
 */
public final class Invalid extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String code;

    /**
     * @param code stable kebab-case code of the rule that is broken
     * @param sentence what is wrong and what to do
     */
    public Invalid(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** The stable code of the rule that is broken. */
    public String code() {
        return code;
    }

    /** Throws unless the rule holds. */
    public static void unless(boolean holds, String code, String sentence) {
        if (!holds) {
            throw new Invalid(code, sentence);
        }
    }
}
