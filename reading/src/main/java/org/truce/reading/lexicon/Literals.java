package org.truce.reading.lexicon;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.reading.text.Token;
import org.truce.reading.text.Token.Form;

/**
 * The literals of a lexicon as one tree of letters, so that a word is looked up once, letter by letter, whatever number of
 * literals there are, and mostly leaves the tree after a few. Literals have ids from 0. Filled by one thread before the
 * first word is looked up; after that thread-safe.
 */
final class Literals {
    private static final int NONE = -1;
    private static final int[] NOTHING = {};
    private static final int FIRST_SIZE = 64;
    private static final int CHAR_BITS = 16;
    private static final int RECENT_BITS = 14;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** A literal's id where a word is it, begins with it, or is its stem with an ending; by node. */
    private int[] equal = filled(FIRST_SIZE);

    private int[] begins = filled(FIRST_SIZE);
    private int[] stem = filled(FIRST_SIZE);
    private int nodes = 1;

    /** Open addressing: node and letter, and the node that they lead to; 0 is the root, to which none leads. */
    private long[] edges = new long[FIRST_SIZE];

    private int[] targets = new int[FIRST_SIZE];
    /** By literal, the one under which entries are kept. */
    private int[] groups = filled(FIRST_SIZE);

    private int number = NONE;
    private int size;

    /** Words looked up lately, by their hash: most words of a text are common ones. Races only look one up again. */
    private final @Nullable Known[] recent = new Known[1 << RECENT_BITS];

    @SuppressWarnings("ArrayRecordComponent")
    private record Known(String word, int[] ids) {}

    private static int[] filled(int size) {
        int[] out = new int[size];
        Arrays.fill(out, NONE);
        return out;
    }

    /** The id of a literal; {@code mode} is {@code = * ~} or {@code %} for any number. */
    int id(String text, char mode) {
        if (mode == '%') {
            number = number == NONE ? next() : number;
            return number;
        }
        int node = 0;
        for (int i = 0; i < text.length(); i++) {
            int next = child(node, text.charAt(i));
            node = next > 0 ? next : add(node, text.charAt(i));
        }
        int[] ids = mode == '*' ? begins : mode == '~' ? stem : equal;
        if (ids[node] == NONE) {
            ids[node] = next();
            int twin = mode == '*' ? stem[node] : mode == '~' ? begins[node] : NONE;
            if (twin != NONE) {
                groups[ids[node]] = twin;
            }
        }
        return ids[node];
    }

    private int next() {
        if (size == groups.length) {
            groups = grown(groups);
        }
        groups[size] = size;
        return size++;
    }

    /** Beginning and stem of the same letters count as one where entries are kept, so that those stay in their order. */
    int group(int id) {
        return groups[id];
    }

    /** How many literals there are. */
    int size() {
        return size;
    }

    private int child(int node, char letter) {
        long edge = (((long) node << CHAR_BITS) | letter) + 1;
        int mask = edges.length - 1;
        for (int i = slot(edge, mask); edges[i] != 0; i = (i + 1) & mask) {
            if (edges[i] == edge) {
                return targets[i];
            }
        }
        return 0;
    }

    private static int slot(long edge, int mask) {
        return (int) ((edge * SPREAD) >>> Integer.SIZE) & mask;
    }

    private int add(int node, char letter) {
        if (nodes * 2 > edges.length) {
            long[] oldEdges = edges;
            int[] oldTargets = targets;
            edges = new long[oldEdges.length * 2];
            targets = new int[edges.length];
            for (int i = 0; i < oldEdges.length; i++) {
                if (oldEdges[i] != 0) {
                    put(oldEdges[i], oldTargets[i]);
                }
            }
        }
        if (nodes == equal.length) {
            equal = grown(equal);
            begins = grown(begins);
            stem = grown(stem);
        }
        put((((long) node << CHAR_BITS) | letter) + 1, nodes);
        return nodes++;
    }

    private void put(long edge, int target) {
        int mask = edges.length - 1;
        int i = slot(edge, mask);
        while (edges[i] != 0) {
            i = (i + 1) & mask;
        }
        edges[i] = edge;
        targets[i] = target;
    }

    private static int[] grown(int[] ids) {
        int[] out = Arrays.copyOf(ids, ids.length * 2);
        Arrays.fill(out, ids.length, out.length, NONE);
        return out;
    }

    /** Those that a token is; of each of its readings the whole word first, then what it begins with, the shortest first. */
    int[] of(Token token) {
        if (!token.word()) {
            Found found = new Found();
            mark(found, token);
            return found.ids();
        }
        List<Form> readings = token.readings();
        int[] first = of(readings.getFirst().text());
        if (readings.size() == 1) {
            return first;
        }
        Found found = new Found();
        found.addAll(first);
        for (int i = 1; i < readings.size(); i++) {
            found.addAll(of(readings.get(i).text()));
        }
        return found.ids();
    }

    private int[] of(String word) {
        int at = (word.hashCode() * (int) SPREAD) >>> (Integer.SIZE - RECENT_BITS);
        Known known = recent[at];
        if (known == null || !known.word().equals(word)) {
            Found found = new Found();
            word(found, word);
            known = new Known(word, found.ids());
            recent[at] = known;
        }
        return known.ids();
    }

    private void mark(Found found, Token token) {
        if (token.number()) {
            found.add(number);
        }
        int node = 0;
        String text = token.form();
        for (int i = 0; i < text.length(); i++) {
            node = child(node, text.charAt(i));
            if (node == 0) {
                return;
            }
        }
        if (node != 0) {
            found.add(equal[node]);
            found.add(begins[node]);
            found.add(stem[node]);
        }
    }

    private void word(Found found, String word) {
        int node = 0;
        int n = word.length();
        for (int i = 0; i < n; i++) {
            node = child(node, word.charAt(i));
            if (node == 0) {
                return;
            }
            found.add(begins[node]);
            if (stem[node] != NONE && Pattern.ending(word, i + 1)) {
                found.add(stem[node]);
            }
        }
        if (node != 0 && equal[node] != NONE) {
            found.insert(0, equal[node]);
        }
    }

    /** Ids in the order in which they were found. */
    private static final class Found {
        private static final int FEW = 8;

        private int[] ids = NOTHING;
        private int size;

        void add(int id) {
            insert(size, id);
        }

        void insert(int at, int id) {
            if (id == NONE) {
                return;
            }
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, Math.max(FEW, size * 2));
            }
            System.arraycopy(ids, at, ids, at + 1, size - at);
            ids[at] = id;
            size++;
        }

        void addAll(int[] more) {
            for (int id : more) {
                insert(size, id);
            }
        }

        int[] ids() {
            return size == ids.length ? ids : Arrays.copyOf(ids, size);
        }
    }
}
