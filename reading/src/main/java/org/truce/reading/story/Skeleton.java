package org.truce.reading.story;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A name by its consonants, the same for Arabic, Cyrillic and Latin letters: Абурок, أبوروك and Aburoc are {@code brk}.
 * Sounds that one of the scripts does not tell apart are one class (b and p; g, h and kh; f and v). A name of two
 * consonants keeps the places of its vowels too. Pure; cost linear in the word.
 */
final class Skeleton {
    private static final List<String> RUSSIAN_ENDINGS = List.of(
            "ого", "ому", "ами", "ями", "ыми", "ими", "ах", "ях", "ам", "ям", "ом", "ем", "ой", "ей", "ов", "ев", "ым",
            "им", "ую");
    private static final int LEAST = 2;

    private Skeleton() {}

    /** The skeletons of a folded word: one, or two where its end may be a case ending; none where it is too short. */
    static Set<String> of(String folded) {
        Set<String> out = new LinkedHashSet<>();
        add(out, folded);
        char last = folded.charAt(folded.length() - 1);
        if (last >= 'а' && last <= 'я' && folded.length() >= 6) {
            for (String ending : RUSSIAN_ENDINGS) {
                if (folded.endsWith(ending)) {
                    add(out, folded.substring(0, folded.length() - ending.length()));
                    break;
                }
            }
        }
        return out;
    }

    private static void add(Set<String> out, String word) {
        StringBuilder consonants = new StringBuilder();
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            String sound = sound(word, i);
            if (two(word, i)) {
                i++;
            }
            if (sound.isEmpty()) {
                if (vowel(word.charAt(i)) && !ends(pattern, 'v')) {
                    pattern.append('v');
                }
                continue;
            }
            for (int k = 0; k < sound.length(); k++) {
                if (!ends(consonants, sound.charAt(k))) {
                    consonants.append(sound.charAt(k));
                }
                if (!ends(pattern, sound.charAt(k))) {
                    pattern.append(sound.charAt(k));
                }
            }
        }
        if (consonants.length() > LEAST) {
            out.add(consonants.toString());
        } else if (consonants.length() == LEAST && pattern.length() > LEAST) {
            out.add(pattern.toString());
        }
    }

    private static boolean ends(StringBuilder out, char c) {
        return !out.isEmpty() && out.charAt(out.length() - 1) == c;
    }

    private static boolean two(String word, int i) {
        if (i + 1 >= word.length()) {
            return false;
        }
        return switch (word.substring(i, i + 2)) {
            case "sh", "ch", "zh", "kh", "gh", "th", "dh", "ph", "ck", "дж" -> true;
            default -> false;
        };
    }

    private static boolean vowel(char c) {
        return "aeiouywаеиоуыэюяйاويىءعئؤه".indexOf(c) >= 0;
    }

    private static String sound(String word, int i) {
        if (word.charAt(i) == 'ه' && i == word.length() - 1) {
            return ""; // a teh marbuta, folded
        }
        if (two(word, i)) {
            return switch (word.substring(i, i + 2)) {
                case "sh" -> "x";
                case "ch" -> "tx";
                case "zh", "дж" -> "j";
                case "kh", "gh" -> "g";
                case "th" -> "t";
                case "dh" -> "d";
                case "ph" -> "f";
                default -> "k";
            };
        }
        return switch (word.charAt(i)) {
            case 'b', 'p', 'б', 'п', 'ب', 'پ' -> "b";
            case 'f', 'v', 'в', 'ф', 'ف', 'ڤ' -> "f";
            case 't', 'т', 'ت', 'ط', 'ث' -> "t";
            case 'd', 'д', 'د', 'ض', 'ذ', 'ظ' -> "d";
            case 'k', 'q', 'c', 'к', 'ك', 'ق' -> "k";
            case 'x' -> "ks";
            case 'g', 'h', 'г', 'х', 'غ', 'ه', 'ح', 'خ' -> "g";
            case 'j', 'ж', 'ج', 'چ', 'ژ' -> "j";
            case 's', 'с', 'س', 'ص' -> "s";
            case 'z', 'з', 'ز' -> "z";
            case 'ш', 'щ', 'ش' -> "x";
            case 'ч' -> "tx";
            case 'ц' -> "ts";
            case 'l', 'л', 'ل' -> "l";
            case 'm', 'м', 'م' -> "m";
            case 'n', 'н', 'ن' -> "n";
            case 'r', 'р', 'ر' -> "r";
            default -> "";
        };
    }
}
