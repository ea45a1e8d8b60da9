package org.truce.reading.lexicon;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.truce.reading.text.Token;
import org.truce.reading.text.Token.Form;

/**
 * The literals of a lexicon as one tree of letters, so that a word is looked up once, letter by letter, whatever number of
 * literals there are, and mostly leaves the tree after a few. Literals have ids from 0. Filled by one thread; after that
 * immutable and thread-safe.
 */
final class Literals {
    private static final int NONE = -1;
    private static final int[] NOTHING = {};
    private static final int FIRST_SIZE = 64;
    private static final int CHAR_BITS = 16;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** A literal's id where a word is it, begins with it, or is its stem with an ending; by node. */
    private int[] equal = filled(FIRST_SIZE);

    private int[] begins = filled(FIRST_SIZE);
    private int[] stem = filled(FIRST_SIZE);
    private int nodes = 1;

    /** Open addressing: node and letter, and the node that they lead to; 0 is the root, to which none leads. */
    private long[] edges = new long[FIRST_SIZE];

    private int[] targets = new int[FIRST_SIZE];
    private final Map<Integer, Integer> twins = new HashMap<>();
    private int number = NONE;
    private int size;

    private static int[] filled(int size) {
        int[] out = new int[size];
        Arrays.fill(out, NONE);
        return out;
    }

    /** The id of a literal; {@code mode} is {@code = * ~} or {@code %} for any number. */
    int id(String text, char mode) {
        if (mode == '%') {
            number = number == NONE ? size++ : number;
            return number;
        }
        int node = 0;
        for (int i = 0; i < text.length(); i++) {
            int next = child(node, text.charAt(i));
            node = next > 0 ? next : add(node, text.charAt(i));
        }
        int[] ids = mode == '*' ? begins : mode == '~' ? stem : equal;
        if (ids[node] == NONE) {
            ids[node] = size++;
            int twin = mode == '*' ? stem[node] : mode == '~' ? begins[node] : NONE;
            if (twin != NONE) {
                twins.put(ids[node], twin);
            }
        }
        return ids[node];
    }

    /** Beginning and stem of the same letters count as one where entries are kept, so that those stay in their order. */
    int group(int id) {
        return twins.getOrDefault(id, id);
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
            return ofMark(token);
        }
        List<Form> readings = token.readings();
        int[] out = NOTHING;
        for (int i = 0; i < readings.size(); i++) {
            out = with(out, readings.get(i).text());
        }
        return out;
    }

    private int[] ofMark(Token token) {
        int[] out = token.number() && number != NONE ? new int[] {number} : NOTHING;
        int node = 0;
        String text = token.form();
        for (int i = 0; i < text.length(); i++) {
            node = child(node, text.charAt(i));
            if (node == 0) {
                return out;
            }
        }
        return node == 0 ? out : with(with(with(out, equal[node]), begins[node]), stem[node]);
    }

    private int[] with(int[] before, String word) {
        int[] out = before;
        int node = 0;
        int n = word.length();
        for (int i = 0; i < n; i++) {
            node = child(node, word.charAt(i));
            if (node == 0) {
                return out;
            }
            out = with(out, begins[node]);
            if (stem[node] != NONE && Pattern.ending(word, i + 1)) {
                out = with(out, stem[node]);
            }
        }
        if (node == 0 || equal[node] == NONE) {
            return out;
        }
        int[] whole = new int[out.length + 1];
        System.arraycopy(out, 0, whole, 0, before.length);
        whole[before.length] = equal[node];
        System.arraycopy(out, before.length, whole, before.length + 1, out.length - before.length);
        return whole;
    }

    private static int[] with(int[] ids, int id) {
        if (id == NONE) {
            return ids;
        }
        int[] out = Arrays.copyOf(ids, ids.length + 1);
        out[ids.length] = id;
        return out;
    }
}
