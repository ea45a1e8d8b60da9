package org.truce.reading.places;

/**
 * The consonants of a name in one alphabet for Latin, Cyrillic and Arabic script, so that spellings of one name that a
 * gazetteer does not list still meet: vowels, doubled letters and the article go; pairs that transliterations confuse
 * (p b, t d, k g q gh, ch sh, s z) are one. After Larkey's light stemming and the consonant codes of record linkage.
 * Pure; cost linear in the name.
 */
final class Skeleton {
    private Skeleton() {}

    /** The skeleton of a folded word; empty where nothing is left. */
    static String of(String folded) {
        String word = folded.startsWith("ال") && folded.length() > 4 ? folded.substring(2) : folded;
        StringBuilder out = new StringBuilder(word.length());
        int i = 0;
        while (i < word.length()) {
            int used = pair(word, i, out);
            if (used == 0) {
                add(out, single(word.charAt(i), i == 0));
                used = 1;
            }
            i += used;
        }
        return out.toString();
    }

    private static void add(StringBuilder out, char c) {
        boolean same = !out.isEmpty() && out.charAt(out.length() - 1) == c;
        if (c != 0 && !same) {
            out.append(c);
        }
    }

    private static int pair(String word, int i, StringBuilder out) {
        if (i + 1 >= word.length()) {
            return 0;
        }
        if (word.startsWith("tch", i)) {
            add(out, 'c');
            return 3;
        }
        char code = switch (word.substring(i, i + 2)) {
            case "kh" -> 'h';
            case "gh" -> 'k';
            case "ch", "sh", "تش", "щ" -> 'c';
            case "zh", "dj", "дж", "دج" -> 'j';
            case "ph" -> 'f';
            case "th" -> 't';
            case "ts", "тс", "تس" -> 's';
            case "ck" -> 'k';
            default -> 0;
        };
        if (code != 0) {
            add(out, code);
        }
        return code == 0 ? 0 : 2;
    }

    private static char single(char c, boolean first) {
        return switch (c) {
            case 'b', 'p', 'б', 'п', 'ب', 'پ' -> 'b';
            case 'v', 'f', 'в', 'ф', 'ف', 'ڤ' -> 'f';
            case 'w', 'و' -> first ? 'f' : 0;
            case 't', 'd', 'т', 'д', 'ت', 'ط', 'د', 'ض' -> 't';
            case 'k', 'q', 'g', 'к', 'г', 'ґ', 'ك', 'ق', 'غ' -> 'k';
            case 'x', 'h', 'х', 'خ', 'ح', 'ه' -> 'h';
            case 's', 'z', 'с', 'з', 'ц', 'س', 'ص', 'ز', 'ث', 'ذ', 'ظ' -> 's';
            case 'c', 'ш', 'щ', 'ч', 'ش', 'چ' -> 'c';
            case 'j', 'ж', 'ج' -> 'j';
            case 'm', 'м', 'م' -> 'm';
            case 'n', 'н', 'ن' -> 'n';
            case 'r', 'р', 'ر' -> 'r';
            case 'l', 'л', 'ل' -> 'l';
            default -> 0;
        };
    }

    /** Whether two words differ by at most one letter put in, left out, changed or swapped with its neighbour. */
    static boolean near(String a, String b) {
        int n = a.length();
        int m = b.length();
        if (Math.abs(n - m) > 1) {
            return false;
        }
        int i = 0;
        while (i < n && i < m && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        int ra = n - 1;
        int rb = m - 1;
        while (ra >= i && rb >= i && a.charAt(ra) == b.charAt(rb)) {
            ra--;
            rb--;
        }
        boolean one = ra - i <= 0 && rb - i <= 0;
        boolean swapped = ra - i == 1 && rb - i == 1 && a.charAt(i) == b.charAt(ra) && a.charAt(ra) == b.charAt(i);
        return one || swapped;
    }
}
