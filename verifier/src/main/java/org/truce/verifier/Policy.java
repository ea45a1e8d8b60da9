package org.truce.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who a record's witnesses are, and how many of them are enough (C2SP tlog-policy). */
final class Policy {
    /** Members of a group of which so many are enough. */
    private record Group(int least, List<String> members) {}

    private final Map<String, Note.Key> witnesses = new HashMap<>();
    private final Map<String, Group> groups = new HashMap<>();
    private String quorum = "none";

    Policy(String text) throws Wrong {
        for (String line : text.split("\n", -1)) {
            String[] words = line.strip().split("[ \t]+", -1);
            switch (words[0]) {
                case "witness" -> witnesses.put(words[1], Note.Key.parse(words[2], "policy"));
                case "group" -> {
                    List<String> members = List.of(words).subList(3, words.length);
                    int least = switch (words[2]) {
                        case "any" -> 1;
                        case "all" -> members.size();
                        default -> Integer.parseInt(words[2]);
                    };
                    groups.put(words[1], new Group(least, members));
                }
                case "quorum" -> quorum = words[1];
                default -> {} // logs, comments and empty lines
            }
        }
    }

    List<Note.Key> keys() {
        return new ArrayList<>(witnesses.values());
    }

    boolean enough(Note head) {
        return quorum.equals("none") || counts(quorum, head);
    }

    private boolean counts(String name, Note head) {
        Note.Key witness = witnesses.get(name);
        Group group = groups.get(name);
        if (witness != null) {
            return head.cosignedBy(witness);
        }
        return group != null
                && group.members().stream()
                                .filter(member -> counts(member, head))
                                .count()
                        >= group.least();
    }
}
