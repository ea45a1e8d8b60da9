package org.truce.quality.neutrality;

import java.util.Map;

/** The gender of a Russian verb in the past, or of a short adjective, after a noun was exchanged. Pure. */
final class Agreement {
    private static final Map<String, String> SHORT = Map.of(
            "готов", "готова",
            "должен", "должна",
            "обязан", "обязана",
            "вынужден", "вынуждена",
            "намерен", "намерена",
            "согласен", "согласна",
            "который", "которая");

    private Agreement() {}

    /** The folded word in the feminine or the masculine; itself where it has no gender. */
    static String of(String word, boolean feminine) {
        for (Map.Entry<String, String> e : SHORT.entrySet()) {
            if (word.equals(feminine ? e.getKey() : e.getValue())) {
                return feminine ? e.getValue() : e.getKey();
            }
        }
        int n = word.length();
        if (feminine) {
            return n > 3 && word.endsWith("л")
                    ? word + "а"
                    : word.endsWith("лся") ? word.substring(0, n - 2) + "ась" : word;
        }
        return n > 4 && word.endsWith("ла")
                ? word.substring(0, n - 1)
                : word.endsWith("лась") ? word.substring(0, n - 3) + "ся" : word;
    }
}
