package org.truce.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.reading.theatre.Theatre;

/** One sentence in, its dates or spans of time out. Each stands in a page of its own, published on Thursday 10 March 2022. */
class DateScenarioTest {
    private static final Reader READER = Reader.forTheatre(Theatre.named("karabakh"));

    static Reading read(String lang, String sentence) {
        String head = switch (lang) {
            case "ar" -> "عنوان للتجربة وحدها\n\nصحيفة التلال | 10 مارس 2022\n";
            case "ru" -> "Заголовок ради примера\n\nВестник холмов, 10 марта 2022 года\n";
            default -> "A headline for the sake of the example\n\nHill Gazette, 10 March 2022\n";
        };
        return READER.read(head + sentence + "\n");
    }

    private static Stream<Reading.Date> dates(String lang, String sentence) {
        return read(lang, sentence).dates().stream()
                .filter(d -> !d.edtf().equals("2022-03-10") || d.why().rule().contains("today"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Nothing moved on 28/09/2021 in the hills.                          | 2021-09-28",
                "en | Nothing moved on 9/28/2021 in the hills.                           | 2021-09-28",
                "en | Nothing moved on 2021-09-28 in the hills.                          | 2021-09-28",
                "en | Nothing moved on the 9th of November, 2020 in the hills.           | 2020-11-09",
                "en | Nothing moved on the ninth of November 2020 in the hills.          | 2020-11-09",
                "en | Nothing moved on 3–5 March in the hills.                           | 2022-03-03 2022-03-05",
                "en | Nothing moved between 3 and 5 March in the hills.                  | 2022-03-03 2022-03-05",
                "en | Nothing moved from September 3 to 5, 2021 in the hills.            | 2021-09-03 2021-09-05",
                "en | Nothing moved from 30 August to 2 September 2021 in the hills.     | 2021-08-30 2021-09-02",
                "en | Nothing moved two days ago in the hills.                           | 2022-03-08",
                "en | Nothing moved a week ago in the hills.                             | 2022-03-03",
                "en | Nothing moved last Friday in the hills.                            | 2022-03-04",
                "en | The convoy will leave next Friday for the hills.                   | 2022-03-11",
                "en | The convoy will leave in three days for the hills.                 | 2022-03-13",
                "en | Nothing was moved in three days of rain in the hills.              | ''",
                "en | Nothing moved on 8 March, and on the following day it rained.      | 2022-03-08 2022-03-09",
                "en | Some 5 may have been moved, a march of 12 men went past.           | ''",
                "en | A man of 56 with 12 rounds of 7.62 stood at house 5.               | ''",
                "ru | В сёлах 28.09.2021 было тихо весь день.                            | 2021-09-28",
                "ru | С 3 по 5 марта в сёлах было тихо весь день.                        | 2022-03-03 2022-03-05",
                "ru | Девятого ноября 2020 года в сёлах было тихо.                       | 2020-11-09",
                "ru | Двадцать первого февраля в сёлах было тихо весь день.              | 2022-02-21",
                "ru | В ночь на 5 марта в сёлах было тихо.                               | 2022-03-05",
                "ru | Минувшей ночью в сёлах было тихо.                                  | 2022-03-09",
                "ru | Два дня назад в сёлах было тихо.                                   | 2022-03-08",
                "ru | В минувшую пятницу в сёлах было тихо.                              | 2022-03-04",
                "ru | Неделю назад в сёлах было тихо.                                    | 2022-03-03",
                "ru | Охрана окружающей среды в сёлах не ведётся.                        | ''",
                "ru | Мужчина 56 лет стоял у дома 5 с автоматом калибра 7,62.            | ''",
                "ru | Мост обещают починить к воскресенью, говорят в сёлах.              | 2022-03-13",
                "ru | Пятого числа этого месяца в сёлах было тихо.                       | 2022-03-05",
                "ar | ساد الصمت في 28/09/2021 بين التلال طوال النهار.                     | 2021-09-28",
                "ar | ساد الصمت في ۲۸ سبتمبر/أيلول ۲۰۲۱ بين التلال.                       | 2021-09-28",
                "ar | ساد الصمت في 5 أيلول (سبتمبر) 2021 بين التلال.                      | 2021-09-05",
                "ar | ساد الصمت في 12 جويلية 2021 بين التلال.                             | 2021-07-12",
                "ar | ساد الصمت في 9 دجنبر 2021 بين التلال.                              | 2021-12-09",
                "ar | ساد الصمت في 22 صفر 1443 هـ بين التلال.                             | 2021-09-29",
                "ar | ساد الصمت في 22 صفر 1443 هـ الموافق 29 سبتمبر 2021 بين التلال.       | 2021-09-29",
                "ar | ساد الصمت من 3 إلى 5 مارس بين التلال.                               | 2022-03-03 2022-03-05",
                "ar | ساد الصمت قبل يومين بين التلال.                                    | 2022-03-08",
                "ar | ساد الصمت قبل ثلاثة أيام بين التلال.                                | 2022-03-07",
                "ar | ساد الصمت الجمعة الماضي بين التلال.                                 | 2022-03-04",
                "ar | وتغادر القافلة يوم الجمعة المقبل نحو التلال.                         | 2022-03-11",
                "ar | وسيصل الوفد يوم السبت إلى التلال.                                   | 2022-03-12",
                "ar | وساد الصمت في الحادي والعشرين من شباط بين التلال.                    | 2022-02-21",
                "ar | ووقف رجل (43 عاماً) عند البيت رقم 5 ومعه 12 طلقة.                    | ''",
            })
    void aDay(String lang, String sentence, String iso) {
        assertEquals(iso, dates(lang, sentence).map(Reading.Date::iso).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Shots fell at 21:34 on 8 March in the hills.                   | 2022-03-08T21:34",
                "en | Shots fell on 8 March at 9 p.m. Moscow time in the hills.      | 2022-03-08T21:00+03:00",
                "en | Shots fell between 09:10 and 09:55 on 9 March in the hills.    | 2022-03-09T09:10/2022-03-09T09:55",
                "en | Shots fell on 8 March at 19:30 (UTC+4) in the hills.           | 2022-03-08T19:30+04:00",
                "ru | В сёлах 8 марта в 21:34 мск стреляли.                          | 2022-03-08T21:34+03:00",
                "ru | В сёлах в 9 утра 8 марта стреляли.                             | 2022-03-08T09:00",
                "ar | أُطلقت النار يوم 8 مارس عند الساعة 21:34 بتوقيت موسكو.           | 2022-03-08T21:34+03:00",
                "ar | أُطلقت النار يوم 8 مارس في الساعة التاسعة صباحاً.                | 2022-03-08T09:00",
            })
    void aTimeOfTheDay(String lang, String sentence, String edtf) {
        assertEquals(edtf, dates(lang, sentence).map(Reading.Date::edtf).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | All was quiet over the past three days in the hills.           | 2022-03-07/2022-03-09",
                "en | All was quiet this week in the hills.                          | 2022-03-07/2022-03-13",
                "en | All was quiet last month in the hills.                         | 2022-02",
                "en | All was quiet three weeks ago in the hills.                    | 2022-02-17~",
                "en | All was quiet in early February in the hills.                  | 2022-02-01~/2022-02-10~",
                "ru | За последние трое суток в сёлах было тихо.                     | 2022-03-07/2022-03-09",
                "ru | На этой неделе в сёлах было тихо.                              | 2022-03-07/2022-03-13",
                "ru | На прошлой неделе в сёлах было тихо.                           | 2022-02-28/2022-03-06",
                "ru | В конце февраля в сёлах было тихо.                             | 2022-02-21~/2022-02-28~",
                "ar | ساد الهدوء على مدى الأيام الثلاثة الماضية بين التلال.             | 2022-03-07/2022-03-09",
                "ar | ساد الهدوء هذا الأسبوع بين التلال.                               | 2022-03-07/2022-03-13",
                "ar | ساد الهدوء الشهر الماضي بين التلال.                              | 2022-02",
                "ar | ساد الهدوء في أوائل شباط بين التلال.                             | 2022-02-01~/2022-02-10~",
            })
    void aSpanOfTime(String lang, String sentence, String edtf) {
        assertEquals(
                edtf,
                read(lang, sentence).periods().stream()
                        .map(p -> new org.truce.model.time.Edtf(p.edtf()).text())
                        .collect(Collectors.joining(" ")));
    }
}
