package org.truce.verifier;

/** Something is not as it must be. */
final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * It is wrong.
     *
     * @param place a file, or an entry
     * @param sentence what is wrong there
     */
    Wrong(String place, String sentence) {
        super(place + ": " + sentence);
    }
}
