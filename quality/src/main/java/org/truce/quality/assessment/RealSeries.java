package org.truce.quality.assessment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.detection.Calibration;
import org.truce.assessment.detection.Calibrator;
import org.truce.assessment.detection.Daily;
import org.truce.assessment.detection.Detector;
import org.truce.assessment.detection.Family;
import org.truce.assessment.detection.Reference;
import org.truce.assessment.detection.Signals;
import org.truce.assessment.detection.SingleChange;
import org.truce.assessment.rate.Coverage;
import org.truce.assessment.rate.UncertainRate;

/**
 * A real series of events assessed with the limits that ship, nothing tuned: cut into periods of 90 days each compared with the one
 * before, one family of the whole and the cities with most events, thresholds for one false alarm a year of all of them
 * together. Nothing is known of how much was watched: every day counts as watched, and the page says so.
 */
final class RealSeries {
    private static final int PERIOD = 90;
    private static final int CITIES = 5;
    private static final int RUNS = 500;
    private static final long SEED = 20_201_110;
    private static final String WHOLE = "all";
    private static final LocalDate FROM = LocalDate.of(2006, 1, 1);
    private static final LocalDate TO = LocalDate.of(2006, 12, 31);

    private final Consumer<String> log;
    private final TreeMap<String, int[]> counts = new TreeMap<>();
    private LocalDate first = LocalDate.MAX;
    private int days;
    private int events;
    private int refused;

    RealSeries(Consumer<String> log) {
        this.log = log;
    }

    /** The events of a file with lines of time, type, target and city; those without a time are counted as refused. */
    void read(Path file) throws IOException {
        Map<String, List<LocalDate>> dates = new TreeMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = fields(line);
                LocalDate day = day(fields);
                if (day == null) {
                    refused++;
                } else {
                    events++;
                    dates.computeIfAbsent(WHOLE, _ -> new ArrayList<>()).add(day);
                    dates.computeIfAbsent(fields[3], _ -> new ArrayList<>()).add(day);
                }
            }
        }
        LocalDate last = LocalDate.MIN;
        for (LocalDate day : dates.getOrDefault(WHOLE, List.of())) {
            first = day.isBefore(first) ? day : first;
            last = day.isAfter(last) ? day : last;
        }
        days = events == 0 ? 0 : (int) ChronoUnit.DAYS.between(first, last) + 1;
        dates.forEach((city, all) -> {
            int[] byDay = new int[days];
            all.forEach(day -> byDay[(int) ChronoUnit.DAYS.between(first, day)]++);
            counts.put(city, byDay);
        });
    }

    /** The fields of a line: a comma within quotes parts none. */
    private static String[] fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c != '"') {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields.toArray(String[]::new);
    }

    private static @Nullable LocalDate day(String[] fields) {
        try {
            return fields.length == 4 && fields[0].length() >= 10 ? LocalDate.parse(fields[0].substring(0, 10)) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private int total(String city) {
        int sum = 0;
        for (int one : counts.getOrDefault(city, new int[0])) {
            sum += one;
        }
        return sum;
    }

    /** The whole, then the cities with most events. "City", "Target" and the like are shifted columns, not cities. */
    private List<String> members() {
        List<String> members = new ArrayList<>(List.of(WHOLE));
        counts.keySet().stream()
                .filter(city -> !city.isEmpty() && !city.equals(WHOLE))
                .filter(city -> !List.of("City", "Target", "Coalition Forces", "Event_Type")
                        .contains(city))
                .sorted(Comparator.comparingInt((String city) -> -total(city)))
                .limit(CITIES)
                .forEach(members::add);
        return members;
    }

    /** The section of the page; empty words where nothing was read. */
    String page() {
        long begun = System.nanoTime();
        List<String> members = members();
        Map<String, LocalDate> firsts = new TreeMap<>();
        Map<String, Integer> alarms = new TreeMap<>();
        for (int from = PERIOD; from < days; from += PERIOD) {
            watch(members, from, firsts, alarms);
        }
        StringBuilder out =
                new StringBuilder("""

                %,d events from %s on, %d days; %d lines without a time were refused. With the limits that
                ship, nothing tuned: periods of 90 days, each compared with the one before; the whole and the %d cities with
                most events share one false alarm a year (%d histories a member where 4,000 ship, seed %d). Nothing is known of how much was watched, so that every day counts as
                watched: a rise of reporting looks like a rise of violence here. "Deteriorating" is the alarm alone, as in rule 2;
                with the default limits (2 a day) rule 1 would say "breached" on nearly all of these days.

                | city | events | days with the alarm | first "deteriorating" in 2006 | change point by Raftery and Akman, 90 %% | its rates a day |
                |---|---|---|---|---|---|
                """.formatted(events, first, days, refused, members.size() - 1, RUNS, SEED));
        for (String city : members) {
            SingleChange change = change(city);
            LocalDate start = FROM.minusDays(PERIOD);
            LocalDate on = firsts.get(city);
            out.append("| %s | %,d | %d | %s | %s (%s to %s) | %s |%n"
                    .formatted(
                            city,
                            total(city),
                            alarms.getOrDefault(city, 0),
                            on == null ? "none" : on.toString(),
                            start.plusDays(change.first()),
                            start.plusDays(change.low()),
                            start.plusDays(change.high()),
                            rates(city, start, change.first())));
            log.accept("series | %s | events %d alarms %d first %s change %s..%s..%s log bayes factor %.2f"
                    .formatted(
                            city,
                            total(city),
                            alarms.getOrDefault(city, 0),
                            on,
                            start.plusDays(change.low()),
                            start.plusDays(change.first()),
                            start.plusDays(change.high()),
                            change.logBayesFactor()));
        }
        out.append(months(members));
        out.append("%nAll of it took %.0f s (aim: at most 60).%n".formatted((System.nanoTime() - begun) / 1e9));
        return out.toString();
    }

    private void watch(List<String> names, int from, Map<String, LocalDate> firsts, Map<String, Integer> alarms) {
        int end = Math.min(days, from + PERIOD);
        List<Family.Member> members = new ArrayList<>();
        for (String name : names) {
            members.add(new Family.Member(name, daily(name, from - PERIOD, end)));
        }
        Family family = new Family(members, PERIOD);
        Calibration calibration =
                Calibrator.run(family, new Calibrator.Settings(Calibrator.Settings.YEAR, RUNS, SEED), _ -> {});
        for (Family.Member member : members) {
            Daily before = member.daily().part(0, PERIOD);
            Detector detector = Detector.warm(before, Reference.of(before));
            for (int day = 0; day < end - from; day++) {
                detector.step(member.daily().acts(PERIOD + day), 1);
                Signals limits = calibration.thresholds(member, PERIOD, day);
                if (limits != null && detector.signals().up() > limits.up()) {
                    LocalDate on = first.plusDays(from + day);
                    alarms.merge(member.name(), 1, Integer::sum);
                    if (!on.isBefore(FROM) && !on.isAfter(TO)) {
                        firsts.putIfAbsent(member.name(), on);
                    }
                }
            }
        }
    }

    private Daily daily(String name, int from, int to) {
        int[] all = counts.getOrDefault(name, new int[days]);
        double[] exposure = new double[to - from];
        java.util.Arrays.fill(exposure, 1);
        return new Daily(java.util.Arrays.copyOfRange(all, from, to), exposure);
    }

    /** The one change that fits best from 90 days before 2006 to its end. */
    private SingleChange change(String city) {
        int from = (int) ChronoUnit.DAYS.between(first, FROM) - PERIOD;
        int to = (int) ChronoUnit.DAYS.between(first, TO) + 1;
        return SingleChange.of(daily(city, from, to), 1, 1);
    }

    private String rates(String city, LocalDate start, int change) {
        int from = (int) ChronoUnit.DAYS.between(first, start);
        int to = (int) ChronoUnit.DAYS.between(first, TO) + 1;
        return "%.2f → %.2f".formatted(mean(city, from, from + change), mean(city, from + change, to));
    }

    private double mean(String city, int from, int to) {
        int[] all = counts.getOrDefault(city, new int[days]);
        double sum = 0;
        for (int day = from; day < to; day++) {
            sum += all[day];
        }
        return sum / Math.max(1, to - from);
    }

    /** Mean rates by month. Of each city of the record; those of the members are printed, the others only logged. */
    private String months(List<String> members) {
        StringBuilder out = new StringBuilder("\nEvents a day by month, with 90 % intervals:\n\n| month | ");
        out.append(String.join(" | ", members))
                .append(" |\n|---")
                .append("|---".repeat(members.size()))
                .append("|\n");
        int printed = 0;
        for (YearMonth month = YearMonth.from(first); printed < days; month = month.plusMonths(1)) {
            int from = Math.max(0, (int) ChronoUnit.DAYS.between(first, month.atDay(1)));
            int to = Math.min(days, (int)
                    ChronoUnit.DAYS.between(first, month.plusMonths(1).atDay(1)));
            out.append("| ").append(month);
            for (String city : counts.keySet()) {
                double mean = mean(city, from, to);
                log.accept("month | %s | %s | %.3f".formatted(month, city, mean));
            }
            for (String city : members) {
                double mean = mean(city, from, to);
                UncertainRate rate = UncertainRate.of(mean * (to - from), to - from, new Coverage(1, 0));
                out.append(" | %.1f (%.1f–%.1f)".formatted(mean, rate.quantile(.05), rate.quantile(.95)));
            }
            out.append(" |\n");
            printed = to;
        }
        return out.toString();
    }

    /** Daily counts and alarms of a member, for a drawing. */
    int[] counts(String city) {
        return counts.getOrDefault(city, new int[0]).clone();
    }

    /** Whether nothing was read. */
    boolean empty() {
        return events == 0;
    }
}
