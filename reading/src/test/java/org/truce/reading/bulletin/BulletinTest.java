package org.truce.reading.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.reading.Reader;
import org.truce.reading.Reading;
import org.truce.reading.ReadingJson;
import org.truce.reading.theatre.Theatre;

/** Sentences in the grammar of a bulletin: means, count, classes, distance, bearings, exercises, problem. */
class BulletinTest {
    private static final Reader READER = Reader.forTheatre(Theatre.named("karabakh"));

    private static Reading read(String lang, String sentence) {
        return READER.read(
                switch (lang) {
                    case "ar" -> "عنوان للتجربة وحدها\n\nصحيفة التلال | 10 مارس 2022\n" + sentence + "\n";
                    case "ru" -> "Заголовок ради примера\n\nВестник холмов, 10 марта 2022 года\n" + sentence + "\n";
                    default -> "A headline for the example\n\nHill Gazette, 10 March 2022\n" + sentence + "\n";
                });
    }

    private static String line(Reading.Observation o) {
        String seen = o.seen().stream()
                .map(s -> s.count() + " " + s.type()
                        + (s.explosion().isEmpty() ? "" : " " + s.explosion())
                        + (s.weapon().isEmpty() ? "" : " " + s.weapon())
                        + (s.calibre().isEmpty() ? "" : " " + s.calibre()))
                .collect(Collectors.joining(" + "));
        String far = o.metresTo() < 0 ? "" : " " + o.metresFrom() + "-" + o.metresTo() + "m";
        String where = o.bearings().isEmpty() ? "" : " " + o.bearings();
        String training = o.exercises() == 0 ? "" : " exercise " + o.exercises();
        return o.means() + " " + o.count() + " = " + seen + far + where + training
                + (o.problem().isEmpty() ? "" : " " + o.problem());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | While near Khnapat, a patrol heard 14 undetermined explosions 3–5km east-north-east. | heard 14 = 14 explosion undetermined 3000-5000m [67.5]",
                "en | The mission recorded 46 violations, including 19 explosions.                      | '46 = 19 explosion + 27 other'",
                "en | It heard 323 explosions: three impacts, 29 airbursts, 76 outgoing, 215 undetermined. | heard 323 = 3 explosion impact + 29 explosion airburst + 76 explosion outgoing + 215 explosion undetermined",
                "en | A camera at Talish recorded two projectiles in flight.                             | recorded 2 = 2 projectile",
                "en | The patrol saw three impacts and heard 60 bursts of heavy-machine-gun fire (12.7mm). | heard_and_seen 63 = 3 explosion impact heavy machine gun 12.7mm + 60 burst heavy machine gun 12.7mm",
                "en | It heard five violations, including nine explosions.                              | heard 5 = 9 explosion classes-do-not-add-up",
                "ru | Патруль слышал 22 взрыва неопределённого происхождения в 5–7 км к западу.           | heard 22 = 22 explosion undetermined 5000-7000m [270.0]",
                "ru | Миссия зафиксировала 38 нарушений, включая 9 взрывов.                             | '38 = 9 explosion + 29 other'",
                "ru | Камера у Талыша записала 4 снаряда.                                              | recorded 4 = 4 projectile",
                "ar | سمعت دورية 16 انفجاراً غير محدد على مسافة 4-6 كم شمال شرق موقعها.                      | heard 16 = 16 explosion undetermined 4000-6000m [45.0]",
                "ar | سجلت البعثة 24 خرقاً، منها 7 انفجارات.                                              | '24 = 7 explosion + 17 other'",
                "ar | ورصدت كاميرا في تاليش مقذوفين اثنين.                                             | recorded 2 = 2 projectile",
            })
    void aSentenceProposes(String lang, String sentence, String observation) {
        Reading reading = read(lang, sentence);
        assertEquals(
                observation,
                reading.observations().stream()
                        .map(BulletinTest::line)
                        .map(String::strip)
                        .collect(Collectors.joining("; ")));
    }

    @Test
    void exercisesAreCountedAndThenFlagged() {
        Reading.Observation o = read("en", "It heard 40 explosions 3km west, assessed as a live-fire exercise.")
                .observations()
                .getFirst();
        assertEquals(40, o.count());
        assertEquals(40, o.exercises());
        assertEquals("assessed as a live-fire exercise.", o.assessedAs());
    }

    @Test
    void observationsOutliveJson() {
        Reading reading = read("en", "Between 09:10 and 09:55 on 9 March the patrol saw three impacts near Talish.");
        Reading.Observation o = reading.observations().getFirst();
        assertEquals("09:10 09:55 2022-03-09", o.from() + " " + o.to() + " " + o.date());
        assertEquals(reading, ReadingJson.read(ReadingJson.write(reading)));
    }

    @Test
    void whatCountsNothingProposesNothing() {
        assertTrue(read("en", "The minister heard 14 complaints about 3 explosives laws.")
                .observations()
                .isEmpty());
    }
}
