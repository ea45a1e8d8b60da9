package org.truce.reading.text;

import java.util.ArrayList;
import java.util.List;
import org.truce.reading.text.Token.Form;
import org.truce.reading.text.Token.Kind;

/** Cuts a text into {@link Token}s in one pass. Stateless between calls; thread-safe; cost linear in the text. */
public final class Tokenizer {
    private final String text;
    private final List<Token> out = new ArrayList<>();
    private boolean startsLine = true;

    private Tokenizer(String text) {
        this.text = text;
    }

    /** The tokens of {@code text}, in order. */
    public static List<Token> of(String text) {
        Tokenizer t = new Tokenizer(text);
        t.run();
        return new Tokens(t.out);
    }

    private void run() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                startsLine = true;
                i++;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Fold.ignorable(c)) {
                i++;
            } else if (digit(i)) {
                i = number(i);
            } else if (Character.isLetter(c)) {
                i = word(i);
            } else {
                int end = Character.isHighSurrogate(c) && i + 1 < text.length() ? i + 2 : i + 1;
                add(i, end, Kind.MARK, text.substring(i, i + 1), List.of());
                i = end;
            }
        }
    }

    private boolean digit(int i) {
        return i < text.length() && Character.isDigit(text.charAt(i));
    }

    private int word(int start) {
        int i = start + 1;
        while (i < text.length() && (Character.isLetter(text.charAt(i)) || Fold.ignorable(text.charAt(i)))) {
            i++;
        }
        String form = Fold.word(text, start, i);
        if (!form.isEmpty()) {
            add(start, i, Kind.WORD, form, readings(form));
        }
        return i;
    }

    private int number(int start) {
        StringBuilder form = new StringBuilder();
        int i = start;
        while (true) {
            int from = i;
            while (digit(i)) {
                form.append((char) ('0' + Character.digit(text.charAt(i), 10)));
                i++;
            }
            if (i >= text.length()) {
                break;
            }
            char c = text.charAt(i);
            if ((c == '.' || c == ',' || c == '٫' || c == '٬') && digit(i + 1)) {
                form.append(c == '.' || c == '٫' ? '.' : ',');
                i++;
            } else if (groupSpace(c) && groupOfThree(i + 1) && i - from <= 3 && (from == start || i - from == 3)) {
                i++;
            } else {
                break;
            }
        }
        add(start, i, Kind.NUMBER, form.toString(), List.of());
        return i;
    }

    private static boolean groupSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
    }

    private boolean groupOfThree(int i) {
        return digit(i) && digit(i + 1) && digit(i + 2) && !digit(i + 3) && !dateLike(i + 3);
    }

    private boolean dateLike(int i) {
        return i < text.length() && text.charAt(i) == '.' && digit(i + 1);
    }

    private void add(int start, int end, Kind kind, String form, List<Form> readings) {
        out.add(new Token(start, end, kind, form, readings, startsLine));
        startsLine = false;
    }

    private static List<Form> readings(String form) {
        char first = form.charAt(0);
        if (first < 0x0600 || first > 0x06FF || form.length() < 3) {
            return List.of(new Form(form, 0));
        }
        List<Form> forms = new ArrayList<>(6);
        forms.add(new Form(form, 0));
        if ((first == 'و' || first == 'ف') && form.length() > 3) {
            strip(forms, form.substring(1), 1);
        }
        strip(forms, form, 0);
        return forms;
    }

    private static void strip(List<Form> forms, String form, int skip) {
        if (skip > 0) {
            forms.add(new Form(form, skip));
        }
        char first = form.charAt(0);
        if (form.startsWith("لل") && form.length() > 4) {
            forms.add(new Form(form.substring(2), skip + 1));
            forms.add(new Form("ال" + form.substring(2), skip + 1));
        } else if ((first == 'ب' || first == 'ل' || first == 'ك') && form.length() > 3) {
            String bare = form.substring(1);
            forms.add(new Form(bare, skip + 1));
            article(forms, bare, skip + 1);
        }
        article(forms, form, skip);
    }

    private static void article(List<Form> forms, String form, int skip) {
        if (form.startsWith("ال") && form.length() > 4) {
            forms.add(new Form(form.substring(2), skip));
        }
    }
}
