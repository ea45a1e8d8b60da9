package org.truce.simulation;

import java.util.Map;
import org.truce.model.Text;

/** Texts in the three languages of the samples. */
public final class Words {
    private Words() {}

    /** The same in English, Russian and Arabic. */
    public static Text of(String en, String ru, String ar) {
        return new Text(Map.of("en", en, "ru", ru, "ar", ar));
    }
}
