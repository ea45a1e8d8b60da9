package org.truce.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.reading.theatre.Theatre;

/** Whom sentences of every theatre accuse of a violation, by the grammar of three languages. */
class AccusedScenarioTest {
    private static String accused(String theatre, String lang, String sentence) {
        Reading reading =
                Reader.forTheatre(Theatre.named(theatre)).read(EventScenarioTest.head(lang) + sentence + "\n");
        Reading.Event event = reading.events().stream()
                .filter(e -> e.type().equals("ceasefire_violation"))
                .findFirst()
                .orElse(null);
        assertNotNull(event, sentence);
        String who = event.accused();
        return who == null ? "-" : who;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kashmir | en | Pakistan | The Indian Army said Pakistani troops had shelled a village in Poonch.",
                "kashmir | en | India | Islamabad accused India of violating the truce on 14 occasions.",
                "kashmir | ar | Pakistan | قال الجيش الهندي إن القوات الباكستانية خرقت الهدنة في قطاع ناوشيرا بقذائف الهاون.",
                "kashmir | ar | Pakistan | أطلق حراس باكستانيون النار على مخفر هندي في سامبا بلا مبرر.",
                "kashmir | ar | India | احتجت إسلام آباد على ما سمته قصفاً هندياً غير مبرر طال منازل المدنيين في راولاكوت.",
                "kashmir | ar | Pakistan | احتجت نيودلهي على ما سمته قصفاً باكستانياً غير مبرر طال منازل المدنيين في بونش.",
                "donbas | ru | Ukraine | Пресс-служба ДНР сообщила, что ВСУ трижды за сутки обстреляли Горловку.",
                "donbas | ru | Armed formations | В штабе ООС заявили, что вооружённые формирования открыли огонь из миномётов.",
                "donbas | ar | Ukraine | اتهمت سلطات لوغانسك القوات الأوكرانية بقصف ضاحية ستاخانوف.",
                "south-sudan | en | South Sudan | The opposition said government forces attacked its base at Nhialdiu.",
                "south-sudan | ar | South Sudan | اتهم ناطق باسم الحركة الشعبية في المعارضة الجيش الحكومي بمهاجمة مواقعها.",
                "cyprus | ar | Turkey | قالت قوة الأمم المتحدة إن دورية تركية توغلت في المنطقة العازلة.",
                "karabakh | ar | - | سجل حفظة السلام الروس ثلاثة خروق لوقف إطلاق النار في منطقة مارداكيرت.",
                "karabakh | en | - | Russian peacekeepers recorded three ceasefire violations in the Martakert district.",
            })
    void isTheOneWhoDidIt(String theatre, String lang, String who, String sentence) {
        assertEquals(who, accused(theatre, lang, sentence), sentence);
    }
}
