package org.truce.cli.input;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name: Ani Somebody, date of birth: 12.03.1985",
                "Surname: Somebody\nFirst name: Ani\nDOB 1985-03-12",
                "Full name: Ani Somebody (born on 12 March 1985)",
                "ФИО: Иванова Анна, дата рождения: 12.03.1985",
                "Фамилия: Иванова, 1985 г.р.",
                "Имя: Анна; родилась 12 марта 1985",
                "الاسم: فلان الفلاني، تاريخ الميلاد: ١٢/٠٣/١٩٨٥",
                "الاسم الكامل: فلان الفلاني من مواليد 1985",
                "{\"remark\": \"Name: Ani Somebody; d.o.b. 12.03.1985\"}"
            })
    void aLabelledNameBesideALabelledBirthIsFound(String text) {
        assertTrue(Personal.in(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sergey Lavrov, born in 1950, is the foreign minister.",
                "{\"name\": {\"en\": \"Kalbajar\"}, \"day\": \"2020-11-25\"}",
                "The name of the village: Farrukh. It was born of the armistice.",
                "Date of birth: 12.03.1985",
                "الاسم: كلبجار. التاريخ: ٢٥ نوفمبر ٢٠٢٠",
                "Название: Лачин. Дата: 01.12.2020",
                ""
            })
    void otherNamesAndDatesAreNot(String text) {
        assertFalse(Personal.in(text));
    }
}
