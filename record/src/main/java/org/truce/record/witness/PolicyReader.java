package org.truce.record.witness;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.truce.model.ProblemException;
import org.truce.record.tlog.VerifierKey;

/** Reads a policy line by line (C2SP tlog-policy); whatever is not clear is refused, with its line. */
final class PolicyReader {
    private static final int MAX_BYTES = 1 << 16;

    private final String place;
    private final Map<VerifierKey, Optional<String>> logs = new LinkedHashMap<>();
    private final Map<String, Policy.Member> witnesses = new LinkedHashMap<>();
    private final Map<String, Policy.Group> groups = new LinkedHashMap<>();
    private final Set<String> members = new HashSet<>();
    private Optional<Optional<String>> quorum = Optional.empty();
    private int line;

    PolicyReader(String place) {
        this.place = place;
    }

    Policy read(String text, int bytes) {
        if (bytes > MAX_BYTES) {
            throw bad("A policy has at most 64 KiB.");
        }
        if (text.chars().anyMatch(it -> (it < 0x20 && it != '\n' && it != '\t') || it == 0x7f)) {
            throw bad("A policy is text without control characters.");
        }
        for (String each : text.split("\n", -1)) {
            line++;
            String stripped = each.replaceAll("^[ \t]+|[ \t]+$", "");
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                take(List.of(stripped.split("[ \t]+", -1)));
            }
        }
        Optional<String> decided =
                quorum.orElseThrow(() -> bad("A policy has a line \"quorum NAME\" or \"quorum none\"."));
        return new Policy(text, logs, witnesses, groups, decided);
    }

    private void take(List<String> words) {
        switch (words.getFirst()) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default ->
                throw bad("A line begins with log, witness, group or quorum, not with \"" + words.getFirst() + "\".");
        }
    }

    private void log(List<String> words) {
        if (words.size() < 2 || words.size() > 3) {
            throw bad("Write: log VKEY [URL].");
        }
        VerifierKey key = VerifierKey.parse(words.get(1)).orElseThrow(() -> bad("This is no verifier key of a log."));
        if (twice(key, logs.keySet().stream().toList())) {
            throw bad("This log's key stands here twice.");
        }
        logs.put(key, url(words, 2));
        limit(logs.size());
    }

    private void witness(List<String> words) {
        if (words.size() < 3 || words.size() > 4) {
            throw bad("Write: witness NAME VKEY [URL].");
        }
        VerifierKey key = VerifierKey.parse(words.get(2), VerifierKey.Use.COSIGNATURE)
                .orElseThrow(() -> bad("This is no verifier key of a witness (Ed25519, type 0x04)."));
        if (twice(key, witnesses.values().stream().map(Policy.Member::key).toList())) {
            throw bad("This witness's key stands here twice.");
        }
        witnesses.put(fresh(words.get(1)), new Policy.Member(key, url(words, 3)));
        limit(witnesses.size());
    }

    private static boolean twice(VerifierKey key, List<VerifierKey> others) {
        return others.stream().anyMatch(it -> java.util.Arrays.equals(it.bytes(), key.bytes()));
    }

    private void group(List<String> words) {
        if (words.size() < 4) {
            throw bad("Write: group NAME all|any|K MEMBER….");
        }
        String name = fresh(words.get(1));
        List<String> names = words.subList(3, words.size());
        for (String member : names) {
            if (!defined(member)) {
                throw bad("\"" + member + "\" is not defined in a line above.");
            }
            if (!members.add(member)) {
                throw bad("\"" + member + "\" is a member already; each counts once.");
            }
        }
        groups.put(name, new Policy.Group(least(words.get(2), names.size()), new ArrayList<>(names)));
        limit(groups.size());
    }

    private int least(String word, int count) {
        return switch (word) {
            case "any" -> 1;
            case "all" -> count;
            default -> {
                int least = word.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(word) : 0;
                if (least < 1 || least > count) {
                    throw bad("A group needs \"all\", \"any\" or a number from 1 to " + count + " of its members.");
                }
                yield least;
            }
        };
    }

    private void quorum(List<String> words) {
        if (words.size() != 2) {
            throw bad("Write: quorum NAME, or quorum none.");
        }
        if (quorum.isPresent()) {
            throw bad("A policy has one quorum line.");
        }
        String name = words.get(1);
        if (!name.equals("none") && !defined(name)) {
            throw bad("\"" + name + "\" is not defined in a line above.");
        }
        quorum = Optional.of(Optional.of(name).filter(it -> !it.equals("none")));
    }

    private boolean defined(String name) {
        return witnesses.containsKey(name) || groups.containsKey(name);
    }

    private String fresh(String name) {
        if (name.equals("none") || defined(name)) {
            throw bad("\"" + name + "\" cannot be a new name here.");
        }
        return name;
    }

    private Optional<String> url(List<String> words, int at) {
        if (words.size() <= at) {
            return Optional.empty();
        }
        try {
            String scheme = new URI(words.get(at)).getScheme();
            if (scheme != null && (scheme.equals("http") || scheme.equals("https"))) {
                return Optional.of(words.get(at));
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw bad("An address begins with https:// or http://.");
    }

    private void limit(int count) {
        if (count > Policy.MOST) {
            throw bad("A policy names at most " + Policy.MOST + " of each.");
        }
    }

    private ProblemException bad(String sentence) {
        return new ProblemException("bad-policy", line == 0 ? place : place + ", line " + line, sentence);
    }
}
