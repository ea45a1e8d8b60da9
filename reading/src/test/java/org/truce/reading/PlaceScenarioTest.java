package org.truce.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One sentence in, its places or points out. */
class PlaceScenarioTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Rain fell in Stepanakerd and in the village of Khramord. | stepanakert khramort",
                "en | Rain fell near Hin-Taghlar and Hin Taghlar.              | hin_tagher hin_tagher",
                "en | A man, Jabrayil Mammadov, looked at the rain.            | ''",
                "en | Shusha's roofs and Agdam's fields were wet.              | shusha aghdam",
                "en | Shusha Street was wet.                                   | ''",
                "ru | Дождь шёл в Ходжавендском районе.                        | martuni_district",
                "ru | Дождь шёл на кельбаджарском и лачинском участках.         | kalbajar lachin",
                "ru | Дождь шёл возле озера Сев.                               | black_lake",
                "ru | Дождь шёл под Физули, за Горисом и близ Талыша.           | fuzuli goris talish",
                "ru | Дождь шёл в Стипанакерте.                                | stepanakert",
                "ru | Тех, кто видел дождь, было мало.                         | ''",
                "ru | Физули Мамедов смотрел на дождь.                         | ''",
                "ar | هطل المطر بستيباناكيرت ولشوشة وبتاليش.                     | stepanakert shusha talish",
                "ar | هطل المطر في ستباناكيرت.                                  | stepanakert",
                "ar | هطل المطر في قرية خرامرت.                                 | khramort",
                "ar | هطل المطر في شارع شوشة.                                   | ''",
            })
    void aName(String lang, String sentence, String keys) {
        assertEquals(
                keys,
                DateScenarioTest.read(lang, sentence).places().stream()
                        .flatMap(p -> p.spans().stream()
                                .map(s -> p.key() + "@" + String.format(Locale.ROOT, "%06d", s.start())))
                        .sorted(java.util.Comparator.comparing(s -> s.substring(s.indexOf('@'))))
                        .map(s -> s.substring(0, s.indexOf('@')))
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Rain fell 5 km north of Shusha.                            | 39.8051 46.7499",
                "en | Rain fell about 10 kilometres south-west of Shusha.        | 39.6963 46.6674",
                "en | Rain fell 2km east-north-east of Shusha.                   | 39.7670 46.7715",
                "ru | Дождь шёл в 5 км к северу от Шуши.                         | 39.8051 46.7499",
                "ru | Дождь шёл в пяти километрах севернее Шуши.                 | 39.8051 46.7499",
                "ar | هطل المطر على بعد 5 كم شمال شوشة.                           | 39.8051 46.7499",
                "ar | هطل المطر على مسافة 10 كيلومترات جنوب غرب شوشة.             | 39.6963 46.6674",
                "en | Rain fell at 39.8177, 46.7528 that day.                    | 39.8177 46.7528",
                "en | Rain fell at 39°49′04″N 46°45′10″E that day.               | 39.8178 46.7528",
                "ru | Дождь шёл в точке 39°49'04\" с. ш. 46°45'10\" в. д. весь день. | 39.8178 46.7528",
                "ar | هطل المطر عند 39°49′04″ شمالا 46°45′10″ شرقا طوال النهار.     | 39.8178 46.7528",
                "en | Rain fell at 38S PK 50020 08994 that day.                  | 39.8177 46.7528",
                "en | Rain fell 12.7 mm deep, 39.5, 46.2 percent of it at night. | ''",
            })
    void aPoint(String lang, String sentence, String point) {
        assertEquals(
                point,
                DateScenarioTest.read(lang, sentence).points().stream()
                        .map(p -> String.format(Locale.ROOT, "%.4f %.4f", p.lat(), p.lon()))
                        .collect(Collectors.joining("; ")));
    }

    @ParameterizedTest
    @CsvSource({"5 km north,5.0 km north", "5 km north,about 15 km north", "5 km north-north-west,5 km north-west"})
    void whatIsToldMoreExactlyHasTheSmallerRadius(String exact, String rough) {
        double small = radius(exact.contains("5.0") ? rough : exact);
        double large = radius(exact.contains("5.0") ? exact : rough);
        boolean decimal = rough.contains("5.0");
        assertTrue(
                decimal ? radius(rough) < radius(exact) : small < large,
                exact + " " + small + ", " + rough + " " + large);
    }

    private static double radius(String words) {
        return DateScenarioTest.read("en", "Rain fell " + words + " of Shusha.")
                .points()
                .getFirst()
                .radiusMetres();
    }
}
