package org.truce.simulation.exercise;

import java.util.List;
import java.util.Map;
import org.truce.simulation.Sheets;

/** The sample {@code exercise}, the same to the byte wherever and whenever it is made. */
public final class Exercise {
    /** The seed of everything that is drawn. */
    public static final long SEED = 20_240_301;

    private Exercise() {}

    /** All of its entries on their sheets. */
    public static Sheets write() {
        Sheets sheets = new Sheets(SEED);
        new GroundScript(sheets).write();
        new AgreementScript(sheets).write();
        new PerformanceScript(sheets).write();
        new WatchScript(sheets, SEED).write();
        List<Happening> happened = new ObservationScript(sheets, SEED).write();
        new IncidentScript(sheets, SEED).write(happened);
        new LifeScript(sheets, SEED).write();
        new WithdrawalScript(sheets).write();
        // Last, since it tells how many entries were known.
        new TalksScript(sheets).write();
        return sheets;
    }

    /** Its files by name. */
    public static Map<String, byte[]> files() {
        return write().files();
    }
}
