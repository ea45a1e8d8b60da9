package org.truce.reading.text;

import java.util.AbstractList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;

/**
 * The tokens of one text, and what was looked up among them, so that several steps that ask for the same do not look
 * twice. The tokens cannot be changed; what is remembered is confined to the thread that reads the text.
 */
public final class Tokens extends AbstractList<Token> implements RandomAccess {
    private final Token[] tokens;
    private final IdentityHashMap<Object, Object> known = new IdentityHashMap<>();

    /** Of these. */
    public Tokens(List<Token> tokens) {
        this.tokens = tokens.toArray(Token[]::new);
    }

    @Override
    public Token get(int index) {
        return tokens[index];
    }

    @Override
    public int size() {
        return tokens.length;
    }

    /** What was computed for this key, the same object, before; computed now where nothing was. */
    @SuppressWarnings("unchecked")
    public <T> T once(Object key, Supplier<T> compute) {
        Object before = known.get(key);
        if (before != null) {
            return (T) before;
        }
        T now = compute.get();
        known.put(key, now);
        return now;
    }
}
