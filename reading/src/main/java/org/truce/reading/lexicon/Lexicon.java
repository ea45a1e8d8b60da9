package org.truce.reading.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;
import org.truce.reading.text.Tokens;

/**
 * A set of entries, found in one pass over the tokens. Files are UTF-8: {@code # comment}, {@code [section]}, and lines
 * {@code pattern} or {@code pattern -> value}, after which {@code # an example} may stand. Immutable and thread-safe;
 * finding costs the number of tokens times the few entries that share a first word.
 */
public final class Lexicon {
    private record Compiled(Entry entry, Pattern pattern) {}

    private static final Compiled[] NONE = {};

    private static final Comparator<Hit> LONGEST = Comparator.comparingInt((Hit h) -> -h.to());

    private final Literals literals;
    /** By literal, the entries that may begin with it. */
    private final Compiled[][] byFirst;

    private final List<Entry> entries;

    private Lexicon(List<Entry> entries, Literals literals) {
        this.literals = literals;
        this.entries = List.copyOf(entries);
        List<List<Compiled>> lists = new ArrayList<>();
        for (Entry entry : entries) {
            Compiled compiled = new Compiled(entry, Pattern.parse(entry.pattern(), literals));
            while (lists.size() < literals.size()) {
                lists.add(List.of());
            }
            for (int first : compiled.pattern().firstLiterals()) {
                int literal = literals.group(first);
                List<Compiled> before = lists.get(literal);
                List<Compiled> all = before.isEmpty() ? new ArrayList<>(2) : before;
                all.add(compiled);
                lists.set(literal, all);
            }
        }
        this.byFirst = lists.stream().map(all -> all.toArray(NONE)).toArray(Compiled[][]::new);
    }

    /** A lexicon of these entries. */
    public static Lexicon of(List<Entry> entries) {
        return new Lexicon(entries, new Literals());
    }

    /** The lexicon in a file of a language's folder; empty where a language that is not packaged has none. */
    static Lexicon of(Literals literals, Lang lang, String file) {
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
        return new Lexicon(entries, literals);
    }

    /** Reads lexicon files that lie beside {@code owner}. A missing file is a programmer's error. */
    public static Lexicon load(Class<?> owner, String... names) {
        return load(new Literals(), owner, names);
    }

    static Lexicon load(Literals literals, Class<?> owner, String... names) {
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
        return new Lexicon(entries, literals);
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
            int sign = trimmed.indexOf(" # ");
            String example = sign < 0 ? "" : trimmed.substring(sign + 3).trim();
            String body = sign < 0 ? trimmed : trimmed.substring(0, sign).trim();
            int arrow = body.indexOf(" -> ");
            String pattern = arrow < 0 ? body : body.substring(0, arrow).trim();
            String value = arrow < 0 ? "" : body.substring(arrow + 4).trim();
            entries.add(new Entry(section, pattern, value, example));
        }
    }

    /** Its entries, in the order of the files. */
    public List<Entry> entries() {
        return entries;
    }

    /** Every hit among {@code tokens}, by place and then the longest first; hits may overlap. */
    public List<Hit> find(List<Token> tokens) {
        return tokens instanceof Tokens text
                ? new ArrayList<>(text.once(this, () -> hits(text.once(literals, () -> new Scan(text, literals)))))
                : hits(new Scan(tokens, literals));
    }

    private List<Hit> hits(Scan scan) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < scan.size(); i++) {
            int before = hits.size();
            for (int found : scan.literals(i)) {
                int literal = literals.group(found);
                if (literal < byFirst.length) {
                    add(hits, byFirst[literal], scan, i);
                }
            }
            if (hits.size() > before + 1) {
                hits.subList(before, hits.size()).sort(LONGEST);
            }
        }
        return hits;
    }

    private static void add(List<Hit> hits, Compiled[] candidates, Scan tokens, int i) {
        for (Compiled c : candidates) {
            int end = c.pattern().match(tokens, i);
            if (end > i) {
                Hit hit = new Hit(c.entry(), i, end, c.pattern().skip(tokens.token(i)));
                if (!known(hits, hit)) {
                    hits.add(hit);
                }
            }
        }
    }

    private static boolean known(List<Hit> hits, Hit hit) {
        for (int i = hits.size() - 1; i >= 0 && hits.get(i).from() == hit.from(); i--) {
            Hit other = hits.get(i);
            if (other.to() == hit.to() && other.entry().equals(hit.entry())) {
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
