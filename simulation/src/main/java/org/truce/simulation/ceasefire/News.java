package org.truce.simulation.ceasefire;

import java.time.LocalDate;
import java.util.List;
import org.truce.model.Text;
import org.truce.model.kind.Incident.Act;
import org.truce.simulation.Words;

/** What six outlets write in three languages of an incident: a headline and two sentences. */
public final class News {
    private static final List<String> LANGUAGES = List.of("en", "ru", "ar");
    private static final List<String> OUTLETS = List.of(
            "The Island Daily", "Островная газета", "يومية الجزيرة", "Miral Wire", "Мираль-Информ", "وكالة ميرال");
    private static final String[][] TEMPLATES = {
        {"%s near %s", "On %s %s was reported near %s. The mission has not confirmed the report."},
        {"%s у села %s", "%s сообщили: %s у села %s. Миссия это сообщение не подтвердила."},
        {"%s قرب %s", "أُفيد في %s عن %s قرب %s. ولم تؤكد البعثة هذا النبأ."}
    };
    private static final String[][] VILLAGES = {
        {"Hallin", "Gedra", "Morrin", "Sarrow", "Lumar", "Orrel", "Ostel", "Ussel"},
        {"Халлин", "Гедра", "Моррин", "Сарроу", "Лумар", "Оррел", "Остель", "Уссель"},
        {"هالين", "غيدرا", "مورين", "سارو", "لومار", "أوريل", "أوستل", "أوسيل"}
    };

    private News() {}

    /** An outlet's name, in its own language. */
    public static String outlet(int number) {
        return OUTLETS.get(number % OUTLETS.size());
    }

    /** The language in which an outlet writes. */
    public static String language(int number) {
        return LANGUAGES.get(number % LANGUAGES.size());
    }

    /** What an outlet writes: the headline, an empty line, and the text. */
    public static String text(Told told, LocalDate day) {
        int language = told.number() % LANGUAGES.size();
        String what = what(told.act()).in(LANGUAGES.get(language));
        String village = VILLAGES[language][village(told.east())];
        String date = language == 0
                ? day.getDayOfMonth() + " " + day.getMonth().toString().toLowerCase(java.util.Locale.ROOT) + " "
                        + day.getYear()
                : "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        String head = TEMPLATES[language][0].formatted(what, village);
        String body = TEMPLATES[language][1].formatted(date, what, village);
        return head + "\n\n" + body + "\n";
    }

    private static int village(double east) {
        int count = VILLAGES[0].length;
        return (int) StrictMath.min(count - 1, StrictMath.max(0, (east / Front.LENGTH + 0.5) * count));
    }

    /** An act in words. */
    static Text what(Act act) {
        return switch (act) {
            case SMALL_ARMS_FIRE ->
                Words.of("small-arms fire", "стрельба из стрелкового оружия", "إطلاق نار من أسلحة خفيفة");
            case HEAVY_WEAPONS_FIRE -> Words.of("shelling", "артиллерийский обстрел", "قصف مدفعي");
            case AIR_OR_DRONE_STRIKE -> Words.of("a drone strike", "удар беспилотника", "ضربة بطائرة مسيّرة");
            case MINE_OR_EXPLOSIVE -> Words.of("an explosion", "взрыв", "انفجار");
            case ADVANCE, ATTACK -> Words.of("an advance", "продвижение вперёд", "تقدُّم");
            case CONSTRUCTION, OVERFLIGHT, DETENTION, OTHER -> Words.of("an incident", "инцидент", "حادث");
        };
    }
}
