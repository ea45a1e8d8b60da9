package org.truce.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.reading.theatre.Theatre;

/** One sentence in, one line out, in three languages. Each stands in a page of its own, published on 10 March 2022. */
class ScenarioTest {
    private static final Reader READER = Reader.forTheatre(Theatre.named("karabakh"));

    private static Reading read(String lang, String sentence) {
        String head = switch (lang) {
            case "ar" -> "عنوان للتجربة وحدها\n\nصحيفة التلال | 10 مارس 2022\n";
            case "ru" -> "Заголовок ради примера\n\nВестник холмов, 10 марта 2022 года\n";
            default -> "A headline for the sake of the example\n\nHill Gazette, 10 March 2022\n";
        };
        return READER.read(head + sentence + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Nothing moved on the evening of 8 March.                     | 2022-03-08",
                "en | Nothing moved yesterday.                                     | 2022-03-09",
                "en | Nothing moved on Monday.                                     | 2022-03-07",
                "en | Nothing moved on Sunday, 6 March.                            | 2022-03-06",
                "en | Nothing moved in May 1994.                                   | 1994-05",
                "en | The 9 November statement is in force.                        | 2020-11-09",
                "ru | Вечером 8 марта было тихо.                                   | 2022-03-08",
                "ru | Накануне было тихо.                                          | 2022-03-09",
                "ru | В понедельник было тихо.                                     | 2022-03-07",
                "ru | С мая 1994 года было тихо.                                   | 1994-05",
                "ar | ساد الصمت مساء ٨ آذار/مارس ٢٠٢٢ في التلال.                     | 2022-03-08",
                "ar | ساد الصمت أمس في التلال.                                      | 2022-03-09",
                "ar | ساد الصمت يوم الاثنين في التلال.                               | 2022-03-07",
                "ar | بقي البيان الصادر في التاسع من تشرين الثاني سارياً.                | 2020-11-09",
            })
    void dates(String lang, String sentence, String iso) {
        Reading reading = read(lang, sentence);
        String found = reading.dates().stream()
                .map(Reading.Date::iso)
                .filter(d -> !d.equals("2022-03-10"))
                .collect(Collectors.joining(" "));
        assertEquals(iso, found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Rain fell in the Martakert and Martuni districts. | martakert_district martuni_district",
                "en | Rain fell near Parukh (Farrukh).                  | farukh farukh",
                "en | Rain fell from Baku to Yerevan.                   | baku yerevan",
                "ru | Дождь шёл в Агдамском и Лачинском районах.        | aghdam_district lachin_district",
                "ru | Дождь шёл под Степанакертом и в Шуше.             | stepanakert shusha",
                "ar | هطل المطر في منطقة شوشة وفي ستيباناكيرت.            | shusha_district stepanakert",
                "ar | هطل المطر بين باكو ويريفان.                        | ''",
            })
    void places(String lang, String sentence, String keys) {
        assertEquals(
                keys,
                read(lang, sentence).places().stream()
                        .map(Reading.Location::key)
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Lavrov agreed with Baku and Yerevan.             | Sergey Lavrov; Government of Azerbaijan; Government of Armenia",
                "en | Azerbaijan's Defence Ministry keeps a diary.     | Azerbaijani Ministry of Defence",
                "ru | Минобороны Армении ведёт дневник.                | Armenian Ministry of Defence",
                "ru | Российские миротворцы ведут дневник.             | Russian peacekeeping contingent",
                "ar | تكتب وزارة الخارجية الأرمينية مذكراتها.            | Ministry of Foreign Affairs of Armenia",
                "ar | تكتب قوات حفظ السلام الروسية مذكراتها.             | Russian peacekeeping contingent",
            })
    void actors(String lang, String sentence, String names) {
        assertEquals(
                names,
                read(lang, sentence).actors().stream()
                        .map(Reading.Participant::normalised)
                        .collect(Collectors.joining("; ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | “We wait for rain,” Armenia's Defence Ministry said.               | direct Armenian Ministry of Defence: We wait for rain",
                "en | The Azerbaijani Ministry of Defence denied that its men had moved.  | indirect Azerbaijani Ministry of Defence: its men had moved",
                "en | Sergey Lavrov said that “rain is near” and that all would wait.     | direct Sergey Lavrov: rain is near",
                "ru | «Мы ждём дождя, — сказал Сергей Лавров. — Он близко».               | direct Sergey Lavrov: Мы ждём дождя; direct Sergey Lavrov: Он близко",
                "ru | МИД Армении сообщил, что дождь близко.                              | indirect Ministry of Foreign Affairs of Armenia: дождь близко",
                "ar | قال سيرغي لافروف: \"ننتظر المطر منذ أسبوع\".                          | direct Sergey Lavrov: ننتظر المطر منذ أسبوع",
                "ar | وأكدت وزارة الدفاع الأذربيجانية أن المطر قريب.                       | indirect Azerbaijani Ministry of Defence: أن المطر قريب",
            })
    void statements(String lang, String sentence, String said) {
        assertEquals(
                said,
                read(lang, sentence).statements().stream()
                        .map(s -> (s.direct() ? "direct " : "indirect ")
                                + s.speaker().normalised() + ": " + s.text())
                        .collect(Collectors.joining("; ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Two ceasefire violations were recorded near Askeran on 9 March.  | ceasefire_violation asserted 2022-03-09 Askeran 2",
                "en | No ceasefire violations were recorded near Askeran on 9 March.   | ceasefire_violation denied 2022-03-09 Askeran",
                "en | Sappers will clear 12 hectares near Talish on 12 March.          | demining planned 2022-03-12 Talish 12",
                "en | More than 40 refugees returned to Stepanakert on 9 March.        | refugee_return asserted 2022-03-09 Stepanakert 40",
                "ru | 9 марта у Аскерана зафиксировано два нарушения режима прекращения огня. | ceasefire_violation asserted 2022-03-09 Askeran 2",
                "ru | 9 марта у Аскерана нарушений режима прекращения огня не зафиксировано.  | ceasefire_violation denied 2022-03-09 Askeran",
                "ru | 12 марта у Талыша планируется разминирование 12 га.              | demining planned 2022-03-12 Talish 12",
                "ar | سُجل خرقان لوقف إطلاق النار قرب أسكيران يوم 9 مارس.               | ceasefire_violation asserted 2022-03-09 Askeran 2",
                "ar | لم يُسجل أي خرق لوقف إطلاق النار قرب أسكيران يوم 9 مارس.          | ceasefire_violation denied 2022-03-09 Askeran",
                "ar | ويجب استكمال إزالة الألغام قرب تاليش.                            | demining planned null Talish",
            })
    void events(String lang, String sentence, String event) {
        assertEquals(
                event,
                read(lang, sentence).events().stream().map(ScenarioTest::line).collect(Collectors.joining("; ")));
    }

    private static String line(Reading.Event e) {
        Reading.Point p = e.place();
        String numbers = e.quantities().stream().map(q -> " " + q.value()).collect(Collectors.joining());
        return e.type() + " " + e.status() + " " + e.date() + " " + (p == null ? "-" : p.normalised()) + numbers;
    }
}
