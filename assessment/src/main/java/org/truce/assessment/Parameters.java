package org.truce.assessment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.kind.Incident.Act;
import org.truce.model.kind.Judgement.ParametersAgreed;
import org.truce.model.quantity.Hours;
import org.truce.model.quantity.Metres;
import org.truce.model.quantity.PerDay;
import org.truce.model.quantity.Share;
import org.truce.picture.Held;
import org.truce.picture.View;

/**
 * The thresholds of an assessment and who signed them.
 *
 * @param agreed the thresholds
 * @param entry the entry in which they were agreed; absent for the defaults, which nobody signed
 */
public record Parameters(ParametersAgreed agreed, @Nullable UUID entry) {

    /** Signed by nobody; the defaults of the method (shares and probabilities as there). */
    public static final Parameters DEFAULT = new Parameters(
            new ParametersAgreed(
                    new PerDay(0.5),
                    new PerDay(2),
                    14,
                    3,
                    List.of(Act.HEAVY_WEAPONS_FIRE, Act.AIR_OR_DRONE_STRIKE, Act.ADVANCE, Act.ATTACK),
                    new Share(0.9),
                    new Share(0.9),
                    new Share(0.25),
                    new Metres(5000),
                    new Hours(48),
                    new Hours(72),
                    new Share(0.8),
                    7,
                    new Text(Map.of(
                            "en", "one incident counts once, however many sources report it",
                            "ru", "один инцидент считается один раз, сколько бы источников о нём ни сообщили",
                            "ar", "يُحسب الحادث الواحد مرة واحدة مهما تعددت المصادر")),
                    false,
                    List.of()),
            null);

    /** The newest parameters that a view knows and that were agreed by its instant. */
    public static Parameters of(View view) {
        List<Held<ParametersAgreed>> agreed = view.happened(ParametersAgreed.class);
        return agreed.isEmpty()
                ? DEFAULT
                : new Parameters(agreed.getLast().body(), agreed.getLast().id());
    }
}
