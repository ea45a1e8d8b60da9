package org.truce.reading.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A language that a report may be written in: a folder of lexicons with its settings in {@code language.txt}. Three come
 * packaged, any other is read from a folder. Immutable and thread-safe; one instance a folder, compared by identity.
 */
public final class Lang {
    /** The packaged Arabic. */
    public static final Lang ARABIC = packaged("ar");
    /** The packaged Russian. */
    public static final Lang RUSSIAN = packaged("ru");
    /** The packaged English. */
    public static final Lang ENGLISH = packaged("en");

    private static final List<Lang> PACKAGED = List.of(ARABIC, RUSSIAN, ENGLISH);

    /** So much of a text is looked at to tell languages of one script apart, in characters. */
    private static final int LOOKED_AT = 20_000;

    /** The order of words and the forms of names, in which a language is like one of the packaged three. */
    public enum Family {
        /** The verb before its subject, particles written with the word, no capitals. */
        ARABIC,
        /** The subject on either side of the verb, names that decline, capitals. */
        RUSSIAN,
        /** The subject before the verb, names that do not change, capitals. */
        ENGLISH
    }

    /** The scripts by which languages are told apart first. */
    private enum Script {
        ARABIC,
        CYRILLIC,
        LATIN
    }

    private final String code;
    private final Family family;
    private final Script script;
    private final boolean rightToLeft;
    private final boolean capitalMonths;
    private final Set<String> frequent;
    private final Function<String, Optional<InputStream>> folder;

    private Lang(Map<String, String> settings, Function<String, Optional<InputStream>> folder) {
        this.code = setting(settings, "code");
        this.family = word(Family.class, settings, "like");
        this.script = word(Script.class, settings, "script");
        this.rightToLeft = settings.getOrDefault("direction", "ltr").equals("rtl");
        this.capitalMonths = settings.getOrDefault("capital-months", "no").equals("yes");
        this.frequent = Arrays.stream(settings.getOrDefault("frequent", "").split(" +"))
                .map(Fold::word)
                .collect(Collectors.toUnmodifiableSet());
        this.folder = folder;
    }

    /**
     * Reads a language from its folder.
     *
     * @param folder gives a file of the folder by name, empty where there is none; asked again when a lexicon is needed
     * @throws IllegalArgumentException with a sentence, where {@code language.txt} is missing or says something wrong
     */
    public static Lang read(Function<String, Optional<InputStream>> folder) {
        Map<String, String> settings = new HashMap<>();
        InputStream file = folder.apply("language.txt")
                .orElseThrow(() -> new IllegalArgumentException("the folder has no language.txt"));
        try (BufferedReader in = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String trimmed = line.strip();
                int arrow = trimmed.indexOf(" -> ");
                if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
                    if (arrow < 0) {
                        throw new IllegalArgumentException("language.txt: no \" -> \" in: " + trimmed);
                    }
                    settings.put(
                            trimmed.substring(0, arrow).strip(),
                            trimmed.substring(arrow + 4).strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Lang(settings, folder);
    }

    private static Lang packaged(String code) {
        return read(
                name -> Optional.ofNullable(Lang.class.getResourceAsStream("/org/truce/reading/" + code + "/" + name)));
    }

    private static String setting(Map<String, String> settings, String name) {
        String value = settings.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("language.txt: \"" + name + " -> …\" is missing");
        }
        return value;
    }

    private static <E extends Enum<E>> E word(Class<E> type, Map<String, String> settings, String name) {
        String value = setting(settings, name);
        for (E one : type.getEnumConstants()) {
            if (one.name().equalsIgnoreCase(value)) {
                return one;
            }
        }
        throw new IllegalArgumentException("language.txt: \"" + name + " -> " + value + "\": it is one of "
                + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
    }

    /** The packaged languages. */
    public static List<Lang> values() {
        return PACKAGED;
    }

    /** This language, and the packaged ones that a text in it may mix in. */
    public List<Lang> andPackaged() {
        return isPackaged()
                ? PACKAGED
                : Stream.concat(Stream.of(this), PACKAGED.stream()).toList();
    }

    /** Whether the names of months and days are written with a capital. */
    public boolean capitalMonths() {
        return capitalMonths;
    }

    /** ISO 639-1 code, lower case. */
    public String code() {
        return code;
    }

    /** Which of the packaged languages it is like. */
    public Family family() {
        return family;
    }

    /** Whether it is written from the right. */
    public boolean rightToLeft() {
        return rightToLeft;
    }

    /** Whether it comes packaged, so that all of its lexicons are there. */
    public boolean isPackaged() {
        return PACKAGED.contains(this);
    }

    /** A file of its folder; empty where there is none. The caller closes it. */
    public Optional<InputStream> file(String name) {
        return folder.apply(name);
    }

    /** The packaged language whose script most letters of {@code text} are written in; English when there are none. */
    public static Lang of(String text) {
        return of(text, PACKAGED);
    }

    /**
     * The language whose script most letters of {@code text} are written in; of several, the one of whose frequent words
     * it has most; English when there are no letters. Cost: one pass, and one over the beginning of the text where two
     * languages share a script.
     *
     * @param among in order of preference
     */
    public static Lang of(String text, List<Lang> among) {
        Script script = script(text);
        List<Lang> able = among.stream().filter(lang -> lang.script == script).toList();
        if (able.size() < 2) {
            return able.isEmpty() ? ENGLISH : able.getFirst();
        }
        int[] found = new int[able.size()];
        String beginning = text.substring(0, Math.min(text.length(), LOOKED_AT));
        for (Token token : Tokenizer.of(beginning)) {
            for (int i = 0; i < found.length && token.word(); i++) {
                found[i] += able.get(i).frequent.contains(token.form()) ? 1 : 0;
            }
        }
        int best = 0;
        for (int i = 1; i < found.length; i++) {
            best = found[i] > found[best] ? i : best;
        }
        return able.get(best);
    }

    private static Script script(String text) {
        int arabic = 0;
        int cyrillic = 0;
        int latin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 0x0620 && c <= 0x06FF) || (c >= 0xFB50 && c <= 0xFEFC)) {
                arabic++;
            } else if (c >= 0x0400 && c <= 0x052F) {
                cyrillic++;
            } else if (c < 0x0250 && Character.isLetter(c)) {
                latin++;
            }
        }
        if (arabic >= cyrillic && arabic > latin) {
            return Script.ARABIC;
        }
        return cyrillic > latin ? Script.CYRILLIC : Script.LATIN;
    }

    @Override
    public String toString() {
        return code;
    }
}
