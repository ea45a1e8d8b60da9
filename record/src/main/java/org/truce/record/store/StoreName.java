package org.truce.record.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.truce.model.entry.Audience;
import org.truce.record.tlog.Hash;

/**
 * The directory name of an audience's contents: {@code public}, {@code parties}, {@code mission} or
 * {@code party-ACTOR}. Works on every file system, whatever its case rules, normalisation and limits: an actor's lower
 * ASCII letters, digits and inner {@code -} stand as they are, every other UTF-8 byte as {@code =xx}; above 120
 * characters, a hash stands for the whole.
 *
 * @param value the name
 */
public record StoreName(String value) {
    /** Contents for everybody. */
    public static final StoreName PUBLIC = new StoreName("public");
    /** Contents for all parties. */
    public static final StoreName PARTIES = new StoreName("parties");
    /** Contents for the mission. */
    public static final StoreName MISSION = new StoreName("mission");

    private static final int LONGEST = 120;

    public StoreName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("\"" + value + "\" names no store");
        }
    }

    /** Whether a text is a name that a store may have. */
    public static boolean isValid(String name) {
        return name.matches("public|parties|mission|party-[a-z0-9=-]{1,120}");
    }

    /** The store of an audience. Nothing is stored for the vault: {@link IllegalArgumentException}. */
    public static StoreName of(Audience audience) {
        return switch (audience) {
            case Audience.Group.PUBLIC -> PUBLIC;
            case Audience.Group.PARTIES -> PARTIES;
            case Audience.Group.MISSION -> MISSION;
            case Audience.Party(var party) -> new StoreName("party-" + escaped(party.value()));
            case Audience.Group.VAULT -> throw new IllegalArgumentException("there is no vault yet");
        };
    }

    /** Whether somebody who reads as the audience may read this store. */
    public boolean readableBy(Audience reader) {
        return switch (reader) {
            case Audience.Group.PUBLIC -> equals(PUBLIC);
            case Audience.Group.PARTIES -> List.of(PUBLIC, PARTIES).contains(this);
            case Audience.Party _ -> List.of(PUBLIC, PARTIES, of(reader)).contains(this);
            case Audience.Group.MISSION, Audience.Group.VAULT -> true;
        };
    }

    /**
     * The stores that somebody who reads as the audience may ask another copy for, in the order of their names.
     *
     * @param offered names that the copy says it has; others than valid ones are not asked for
     */
    public static List<StoreName> readable(Audience reader, List<String> offered) {
        Set<String> names = new TreeSet<>(List.of("public", "parties", "mission"));
        offered.stream().filter(StoreName::isValid).forEach(names::add);
        if (reader instanceof Audience.Party) {
            names.add(of(reader).value());
        }
        return names.stream()
                .map(StoreName::new)
                .filter(it -> it.readableBy(reader))
                .toList();
    }

    private static String escaped(String actor) {
        StringBuilder out = new StringBuilder();
        for (byte b : actor.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-';
            out.append(plain ? String.valueOf((char) b) : "=" + HexFormat.of().toHexDigits(b));
        }
        return out.length() <= LONGEST - 6
                ? out.toString()
                : "==" + Hash.sha256(actor.getBytes(StandardCharsets.UTF_8)).hex();
    }

    @Override
    public String toString() {
        return value;
    }
}
