package org.truce.model.json;

/**
 * A form of fixed length, for what is read a hundred thousand times a second: {@code 0} stands for an ASCII digit,
 * {@code x} for a lower-case hexadecimal digit, anything else for itself.
 *
 * @param form of every text that fits
 */
record Stencil(String form) {
    /** Whether a text has the form. */
    boolean fits(String text) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = switch (form.charAt(i)) {
                case '0' -> c >= '0' && c <= '9';
                case 'x' -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                default -> c == form.charAt(i);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
