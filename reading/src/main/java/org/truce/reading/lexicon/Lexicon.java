package org.truce.reading.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;
import org.truce.reading.text.Token.Form;

/**
 * A set of entries, found in one pass over the tokens. Files are UTF-8: {@code # comment}, {@code [section]}, and lines
 * {@code pattern} or {@code pattern -> value}. Immutable and thread-safe; finding costs the number of tokens times the
 * few entries that share a first word.
 */
public final class Lexicon {
    private record Compiled(Entry entry, Pattern pattern) {}

    private final Map<String, List<Compiled>> byWord = new HashMap<>();
    private final Map<String, List<Compiled>> byPrefix = new HashMap<>();
    private final List<Compiled> byNumber = new ArrayList<>();
    private final BitSet prefixLengths = new BitSet();
    private final List<Entry> entries;

    private Lexicon(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        for (Entry entry : entries) {
            Compiled compiled = new Compiled(entry, Pattern.parse(entry.pattern()));
            for (String literal : compiled.pattern().firstLiterals()) {
                String text = literal.substring(1);
                switch (literal.charAt(0)) {
                    case '=' ->
                        byWord.computeIfAbsent(text, k -> new ArrayList<>(2)).add(compiled);
                    case '%' -> byNumber.add(compiled);
                    default -> {
                        byPrefix.computeIfAbsent(text, k -> new ArrayList<>(2)).add(compiled);
                        prefixLengths.set(text.length());
                    }
                }
            }
        }
    }

    /** A lexicon of these entries. */
    public static Lexicon of(List<Entry> entries) {
        return new Lexicon(entries);
    }

    /** The lexicon in a file of a language's folder; empty where a language that is not packaged has none. */
    static Lexicon of(Lang lang, String file) {
        List<Entry> entries = new ArrayList<>();
        Optional<InputStream> found = lang.file(file);
        if (found.isEmpty() && lang.isPackaged()) {
            throw new IllegalStateException("no lexicon " + file + " in " + lang);
        }
        if (found.isPresent()) {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(found.get(), StandardCharsets.UTF_8))) {
                read(in, entries);
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
        return new Lexicon(entries);
    }

    /** Reads lexicon files that lie beside {@code owner}. A missing file is a programmer's error. */
    public static Lexicon load(Class<?> owner, String... names) {
        List<Entry> entries = new ArrayList<>();
        for (String name : names) {
            try (InputStream in = owner.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("no lexicon " + name + " beside " + owner.getName());
                }
                read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), entries);
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }
        return new Lexicon(entries);
    }

    private static void read(BufferedReader in, List<Entry> entries) throws IOException {
        String section = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String trimmed = line.trim();
            if (trimmed.isEmpty() || trimmed.startsWith("# ") || trimmed.equals("#")) {
                continue;
            }
            if (trimmed.startsWith("[") && trimmed.endsWith("]")) {
                section = trimmed.substring(1, trimmed.length() - 1).trim();
                continue;
            }
            int arrow = trimmed.indexOf(" -> ");
            String pattern = arrow < 0 ? trimmed : trimmed.substring(0, arrow).trim();
            String value = arrow < 0 ? "" : trimmed.substring(arrow + 4).trim();
            entries.add(new Entry(section, pattern, value));
        }
    }

    /** Its entries, in the order of the files. */
    public List<Entry> entries() {
        return entries;
    }

    /** Every hit among {@code tokens}, by place and then the longest first; hits may overlap. */
    public List<Hit> find(List<Token> tokens) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int before = hits.size();
            if (token.number()) {
                add(hits, byNumber, tokens, i);
                add(hits, byWord.get(token.form()), tokens, i);
            } else if (token.word()) {
                for (Form form : token.readings()) {
                    at(hits, form.text(), tokens, i);
                }
            } else {
                add(hits, byWord.get(token.form()), tokens, i);
            }
            if (hits.size() > before + 1) {
                hits.subList(before, hits.size()).sort(Comparator.comparingInt((Hit h) -> -h.to()));
            }
        }
        return hits;
    }

    private void at(List<Hit> hits, String form, List<Token> tokens, int i) {
        add(hits, byWord.get(form), tokens, i);
        int most = form.length();
        for (int n = prefixLengths.nextSetBit(0); n >= 0 && n <= most; n = prefixLengths.nextSetBit(n + 1)) {
            add(hits, byPrefix.get(form.substring(0, n)), tokens, i);
        }
    }

    private static void add(List<Hit> hits, @Nullable List<Compiled> candidates, List<Token> tokens, int i) {
        if (candidates == null) {
            return;
        }
        for (Compiled c : candidates) {
            int end = c.pattern().match(tokens, i);
            if (end > i) {
                Hit hit = new Hit(c.entry(), i, end, c.pattern().skip(tokens.get(i)));
                if (!known(hits, hit)) {
                    hits.add(hit);
                }
            }
        }
    }

    private static boolean known(List<Hit> hits, Hit hit) {
        for (int i = hits.size() - 1; i >= 0 && hits.get(i).from() == hit.from(); i--) {
            if (hits.get(i).equals(hit)) {
                return true;
            }
        }
        return false;
    }

    /** Keeps, of hits that overlap, the one that begins first and then the longest. */
    public static List<Hit> longest(List<Hit> hits) {
        List<Hit> out = new ArrayList<>();
        int free = 0;
        for (Hit hit : hits) {
            if (hit.from() >= free) {
                out.add(hit);
                free = hit.to();
            }
        }
        return out;
    }
}
