package org.truce.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.reading.source.ReportText;
import org.truce.reading.theatre.Theatre;

/** A page in, its outlet, day and agencies out. Lines are divided by {@code //}; outlets are invented. */
class PageScenarioTest {
    private static final Reader READER = Reader.forTheatre(Theatre.named("karabakh"));

    private static String line(Reading r) {
        return r.publisher() + "; " + r.publicationDate() + "; "
                + r.agencies().stream().map(Reading.Agency::normalised).collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "Rain over the hills all day////Hill Post, 3 March 2021//YEREVAN, March 3. /ARKA/. Rain fell over the hills for the whole day. => Hill Post; 2021-03-03; ARKA",
                "Rain over the hills all day////Hill Post, 3 March 2021//MOSCOW (Interfax) - Azerbaijan said rain fell over the hills for the whole day. => Hill Post; 2021-03-03; Interfax",
                "Hill Post//Home | World | Rain//Rain over the hills all day//By A Writer. Posted Wed, 3 March 2021, 10:15//Rain fell over the hills for the whole day.//Photo: Reuters//Read also: Snow comes | Sun goes//© 2021 Hill Post => Hill Post; 2021-03-03; ''",
                "Rain over the hills all day////Hill Post, 3 March 2021 (Reuters, dpa)//Rain fell over the hills for the whole day. => Hill Post; 2021-03-03; Reuters, dpa",
                "Дождь над холмами весь день////Вестник холмов, 3 марта 2021//ЕРЕВАН, 3 мар — РИА Новости. Дождь шёл над холмами весь день до вечера. => Вестник холмов; 2021-03-03; RIA Novosti",
                "Дождь над холмами весь день////Вестник холмов, 3 марта 2021//Дождь шёл над холмами весь день до вечера.//По материалам Интерфакса и ТАСС => Вестник холмов; 2021-03-03; Interfax, TASS",
                "Портал «Тихий холм»//Лента | Мир | Погода//Дождь над холмами весь день//03.03.2021, 10:15   Просмотров: 12//Дождь шёл над холмами весь день до вечера.//Теги: дождь, холм//© «Тихий холм». Все права защищены => Тихий холм; 2021-03-03; ''",
                "مطر فوق التلال طوال اليوم////صحيفة التلال | 3 مارس 2021//باكو 3 مارس/ تريند/ هطل المطر فوق التلال طوال اليوم حتى المساء. => صحيفة التلال; 2021-03-03; Trend",
                "مطر فوق التلال طوال اليوم////صحيفة التلال | 3 مارس 2021//هطل المطر فوق التلال طوال اليوم حتى المساء.//المصدر: رويترز => صحيفة التلال; 2021-03-03; Reuters",
                "بوابة السهول//الرئيسية | سياسة | طقس//مطر فوق التلال طوال اليوم//نُشر: 10:15 - 3 مارس 2021 | المشاهدات: 12//هطل المطر فوق التلال طوال اليوم حتى المساء.//اقرأ أيضاً//الثلج قادم//جميع الحقوق محفوظة © بوابة السهول 2021 => بوابة السهول; 2021-03-03; ''",
            })
    void aPage(String page, String told) {
        assertEquals(
                told.replace("''", ""),
                line(READER.read(page.replace("//", "\n") + "\n")).strip().replaceAll(";$", ";")
                        + (told.endsWith("''") ? " " : ""));
    }

    @Test
    void whatAPageSaysToMachinesComesFirst() {
        String html =
                "<html><head><meta property='og:site_name' content='Hill Post'><script type='application/ld+json'>"
                        + "{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-03-03T10:15:00+04:00\"}</script></head><body>"
                        + "<nav><a>Home</a><a>World</a></nav><h1>Rain over the hills all day</h1>"
                        + "<p>Rain fell over the hills for the whole day.</p></body></html>";
        ReportText.Result.Good good = assertInstanceOf(
                ReportText.Result.Good.class, ReportText.of(html.getBytes(StandardCharsets.UTF_8), "a.html"));
        Reading reading = READER.read(good.report());
        assertEquals("Hill Post; 2021-03-03; ", line(reading));
        assertEquals("publisher.metadata", reading.publisherWhy().rule());
        assertEquals("publication.metadata", reading.publicationWhy().rule());
    }
}
