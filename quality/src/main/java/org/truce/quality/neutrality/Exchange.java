package org.truce.quality.neutrality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.truce.quality.neutrality.Exchanged.Edit;

/**
 * Puts each party of a theatre where the other stands, form by form. Immutable; thread-safe; cost: words of the text times
 * forms of its language.
 */
public final class Exchange {
    /** Arabic proclitics, the longest first. */
    private static final List<String> PROCLITICS = List.of(
            "وبال", "ولل", "وال", "بال", "فال", "كال", "لل", "ال", "وب", "ول", "فل", "و", "ف", "ب", "ل", "ك", "");

    private static final int LONGEST_ENDING = 4;

    private record Word(int start, int end, String form) {}

    private record Match(Form form, int words, String prefix, List<String> endings) {}

    private final Map<String, List<Form>> forms = new HashMap<>();
    private final Mirror mirror;

    private Exchange(BufferedReader lines) throws IOException {
        List<String> names = new ArrayList<>();
        String section = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (section.equals("names")) {
                names.add(line);
            } else {
                forms.computeIfAbsent(section, k -> new ArrayList<>()).addAll(Form.parse(line));
            }
        }
        forms.values()
                .forEach(f -> f.sort(Comparator.comparingInt(one -> -one.left().size())));
        mirror = Mirror.of(names);
    }

    /** The exchange of a theatre, or null where nobody has written one. */
    public static @Nullable Exchange of(String theatre) {
        try (InputStream in = Exchange.class.getResourceAsStream(theatre + ".txt")) {
            return in == null
                    ? null
                    : new Exchange(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names, as normalised, in the mirror. */
    Mirror mirror() {
        return mirror;
    }

    /** The text with the parties exchanged. */
    public Exchanged apply(String text, String lang) {
        List<Form> own = forms.getOrDefault(lang, List.of());
        List<Word> words = words(text);
        StringBuilder out = new StringBuilder();
        List<Edit> edits = new ArrayList<>();
        int done = 0;
        for (int i = 0; i < words.size(); i++) {
            Match match = match(own, words, i, text, lang);
            if (match == null) {
                continue;
            }
            int start = words.get(i).start();
            int end = words.get(i + match.words() - 1).end();
            int from = start + match.prefix().length();
            String now =
                    cased(filled(match.form().right(), match.endings(), match.prefix()), text.substring(from, end));
            out.append(text, done, from).append(now);
            edits.addAll(Alignment.of(text, from, end, now));
            done = end;
            i += match.words() - 1;
            if (match.form().nominative() && i + 1 < words.size()) {
                Word verb = words.get(i + 1);
                String agreed = Agreement.of(verb.form(), feminine(now));
                boolean beside = text.substring(end, verb.start()).isBlank();
                if (beside && !agreed.equals(verb.form())) {
                    out.append(text, done, verb.start()).append(agreed);
                    edits.addAll(Alignment.of(text, verb.start(), verb.end(), agreed));
                    done = verb.end();
                    i++;
                }
            }
        }
        return new Exchanged(out.append(text, done, text.length()).toString(), edits);
    }

    private static boolean feminine(String name) {
        return name.endsWith("я") || name.endsWith("Я");
    }

    private static List<Word> words(String text) {
        List<Word> out = new ArrayList<>();
        for (Alignment.Stretch s : Alignment.words(text, 0, text.length())) {
            out.add(new Word(s.start(), s.end(), Form.fold(text.substring(s.start(), s.end()))));
        }
        return out;
    }

    private static @Nullable Match match(List<Form> forms, List<Word> words, int i, String text, String lang) {
        for (Form form : forms) {
            for (String prefix : lang.equals("ar") ? PROCLITICS : List.of("")) {
                List<String> endings = endings(form, prefix, words, i, text);
                if (endings != null && preceded(form, words, i)) {
                    return new Match(form, form.left().size(), written(text, words.get(i), prefix), endings);
                }
            }
        }
        return null;
    }

    /** The first letters of a word as they are written, so many as the folded proclitic has. */
    private static String written(String text, Word word, String prefix) {
        int n = 0;
        int at = word.start();
        while (n < prefix.length()) {
            n += Form.fold(text.substring(at, at + 1)).length();
            at++;
        }
        return text.substring(word.start(), at);
    }

    private static @Nullable List<String> endings(Form form, String prefix, List<Word> words, int i, String text) {
        List<String> out = new ArrayList<>();
        for (int k = 0; k < form.left().size(); k++) {
            if (i + k >= words.size() || (k > 0 && !joined(text, words.get(i + k - 1), words.get(i + k)))) {
                return null;
            }
            String word = words.get(i + k).form();
            String left = form.left().get(k);
            String want = (k == 0 ? prefix : "") + left;
            if (!left.endsWith("*")) {
                if (!word.equals(want)) {
                    return null;
                }
            } else {
                String stem = want.substring(0, want.length() - 1);
                if (!word.startsWith(stem) || word.length() - stem.length() > LONGEST_ENDING) {
                    return null;
                }
                Word whole = words.get(i + k);
                out.add(text.substring(whole.end() - (word.length() - stem.length()), whole.end()));
            }
        }
        return out;
    }

    private static boolean joined(String text, Word a, Word b) {
        String between = text.substring(a.end(), b.start());
        return between.isBlank() || between.equals("-") || between.equals("'") || between.equals("’");
    }

    private static boolean preceded(Form form, List<Word> words, int i) {
        return form.after().isEmpty()
                || (i > 0 && Form.among(form.after(), words.get(i - 1).form()));
    }

    /** An Arabic article that the text's proclitic holds already is not written again. */
    private static String filled(String right, List<String> endings, String prefix) {
        String out = right;
        for (String ending : endings) {
            out = out.replaceFirst("\\*", ending);
        }
        return prefix.endsWith("ل") && out.startsWith("ال") ? out.substring(2) : out;
    }

    private static String cased(String now, String old) {
        if (old.length() > 1 && old.equals(old.toUpperCase(Locale.ROOT)) && !old.equals(old.toLowerCase(Locale.ROOT))) {
            return now.toUpperCase(Locale.ROOT);
        }
        return Character.isUpperCase(old.charAt(0))
                ? now.substring(0, 1).toUpperCase(Locale.ROOT) + now.substring(1)
                : now;
    }
}
