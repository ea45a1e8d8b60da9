package org.truce.reading.statements;

import java.util.List;
import java.util.Set;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;

/** What the forms of words tell of who does what. Pure. */
final class Grammar {
    /** English prepositions. */
    static final Set<String> PREPOSITIONS = Set.of(
            "to", "with", "against", "in", "on", "at", "from", "for", "about", "between", "into", "near", "of", "by",
            "over", "after", "before", "toward", "towards", "through", "under", "via", "than", "like", "beside");

    private static final Set<String> HIM = Set.of("его", "ее", "ему", "ей", "им");
    private static final Set<String> CONTRAST = Set.of("لكن", "ولكن", "بينما", "فيما", "بيد");

    private Grammar() {}

    /** "… received him", «его принял …»: then the sentence goes on about him whom the one before was about. */
    static boolean pronounObject(List<Token> tokens, Sentence s, Lang.Family family) {
        for (int i = s.from(); i + 1 < s.to(); i++) {
            String form = tokens.get(i).form();
            boolean object = switch (family) {
                case ENGLISH ->
                    i > s.from()
                            && form.equals("him")
                            && !PREPOSITIONS.contains(tokens.get(i - 1).form());
                case RUSSIAN ->
                    HIM.contains(form)
                            && tokens.get(i + 1).word()
                            && past(tokens.get(i + 1).form());
                case ARABIC -> false;
            };
            if (object) {
                return true;
            }
        }
        return false;
    }

    /** Whether an Arabic form of a verb that takes an object is its participle: "متهماً", "داعيةً", "محملين". */
    static boolean participle(String form) {
        return form.endsWith("ا") || form.endsWith("ه") || form.endsWith("ين");
    }

    /** Whether an Arabic verb has a feminine subject: "دعت", "تتهم". */
    static boolean feminine(String form) {
        String bare = form.startsWith("و") || form.startsWith("ف") ? form.substring(1) : form;
        return bare.endsWith("ت") || bare.startsWith("ت");
    }

    /** Where the last Arabic word of contrast before a token of a sentence stands; -1 if there is none. */
    static int contrast(List<Token> tokens, Sentence s, int before) {
        for (int i = before - 1; i > s.from(); i--) {
            if (CONTRAST.contains(tokens.get(i).form())) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a Russian word has the form of a past tense. */
    static boolean past(String form) {
        return form.length() > 4
                && (form.endsWith("л") || form.endsWith("ла") || form.endsWith("ло") || form.endsWith("ли"));
    }

    /** Whether an Arabic "was" stands within tokens {@code [from, to)}: with "qad" it tells of what had been before. */
    static boolean wasBefore(List<Token> tokens, int from, int to) {
        return tokens.subList(from, to).stream()
                .anyMatch(t -> Set.of("كان", "وكان", "كانت", "وكانت").contains(t.form()));
    }
}
