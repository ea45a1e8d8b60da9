package org.truce.quality.neutrality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exchange itself: what a person would write. */
class ExchangeTest {
    private static final Exchange EXCHANGE = Objects.requireNonNull(Exchange.of("karabakh"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | BAKU, May 3. Azerbaijan's army and Yerevan | YEREVAN, May 3. Armenia's army and Baku",
                "en | President Ilham Aliyev met the Azeris      | Prime Minister Nikol Pashinyan met the Armenians",
                "en | Armenian armed formations and Armenpress   | Armenian armed formations and Armenpress",
                "ru | Азербайджан заявил, что Баку не стрелял    | Армения заявила, что Ереван не стрелял",
                "ru | Армения сообщила о гибели армян             | Азербайджан сообщил о гибели азербайджанцев",
                "ru | обвинил Азербайджан; в Армении и к Армении | обвинил Армению; в Азербайджане и к Азербайджану",
                "ru | Минобороны Армении, между Москвой и Баку    | Минобороны Азербайджана, между Москвой и Ереван",
                "ru | армянского; в Баку; из Баку; власти Баку     | азербайджанского; в Ереване; из Еревана; власти Еревана",
                "ru | премьер-министра Никола Пашиняна           | президента Ильхама Алиева",
                "ar | وأذربيجان والأرمينية للأذربيجاني بيريفان        | وأرمينيا والأذربيجانية للأرميني بباكو",
                "ar | الرئيس إلهام علييف                            | رئيس الوزراء نيكول باشينيان",
            })
    void theWordsAreThoseOfTheOtherParty(String lang, String text, String other) {
        assertEquals(other, EXCHANGE.apply(text, lang).text());
    }

    @Test
    void spansMoveWithTheirWords() {
        Exchanged whole = EXCHANGE.apply("President Aliyev, Aliyev too", "en");
        assertEquals("Prime Minister Pashinyan, Pashinyan too", whole.text());
        assertEquals("0-14", whole.start(0) + "-" + whole.end(9));
        assertEquals("15-24", whole.start(10) + "-" + whole.end(16));
        assertEquals("26-35", whole.start(18) + "-" + whole.end(24));
        assertEquals("36-39", whole.start(25) + "-" + whole.end(28));
    }
}
