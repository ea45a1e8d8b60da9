package org.truce.assessment;

import org.truce.assessment.detection.Calibration;
import org.truce.assessment.detection.Calibrator;
import org.truce.picture.View;

/** Thresholds from few histories, kept where an assessment looks for those from many: a test has seconds. */
final class Thresholds {
    private static final int RUNS = 400;

    private Thresholds() {}

    /** The same view, judged with thresholds. */
    static View with(View view) {
        Assessor.of(view).uncalibrated().forEach(family -> {
            Calibrator.Settings few = new Calibrator.Settings(365, RUNS, Alarms.SEED);
            Calibration found = Calibrator.run(family, few, _ -> {});
            Alarms.keep(
                    view.picture().cache(),
                    family,
                    new Calibration(family.key(Alarms.settings(family)), found.days(), found.members()));
        });
        return view.knowing(view.known());
    }
}
