package org.truce.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.truce.cli.table.Table;
import org.truce.model.Text;
import org.truce.publication.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The rows of a register as a table: some of their fields, each in words. Not thread-safe. */
final class RegisterTable {
    private static final List<String> LINE = List.of("id", "kind", "day", "place", "summary", "audience");
    private static final List<String> DUTY =
            List.of("id", "point", "state", "deadline/day", "bearers", "summary", "entries");
    private static final Map<String, List<String>> COLUMNS = Map.ofEntries(
            Map.entry("incidents", List.of("day", "class", "status", "place", "sources", "summary", "entries")),
            Map.entry("obligations", DUTY),
            Map.entry("due", DUTY),
            Map.entry("proposed-links", List.of("day", "class", "place", "ratio", "terms", "look", "entries")),
            Map.entry("steps", List.of("day", "class", "standing", "step", "hours", "next", "entries")),
            Map.entry("answers", List.of("reporter", "day", "summary", "came", "entries")),
            Map.entry("ledger", List.of("ledger", "day", "class", "accused", "found", "summary", "entries")),
            Map.entry(
                    "ledgers",
                    List.of(
                            "ledger",
                            "period",
                            "lines",
                            "confirmed",
                            "denied",
                            "matched",
                            "unmatched",
                            "own",
                            "ownRuleName",
                            "missions",
                            "missionRuleName")),
            Map.entry(
                    "counts",
                    List.of(
                            "rule",
                            "ruleName",
                            "period",
                            "cutOff",
                            "zone",
                            "total",
                            "qualifier",
                            "exercises",
                            "classes")),
            Map.entry("attribution", List.of("day", "class", "zones", "lineFrom", "lineTo", "entries")),
            Map.entry(
                    "handovers",
                    List.of("day", "zone", "from", "to", "deadline/day", "originalDeadline/day", "timing", "entries")),
            Map.entry(
                    "corridors", List.of("name", "lengthKm", "widthKm", "areaKm2", "passed", "obstructed", "entries")),
            Map.entry(
                    "withdrawals",
                    List.of(
                            "day",
                            "obligation",
                            "weapons",
                            "number",
                            "word",
                            "probability",
                            "lineFrom",
                            "lineTo",
                            "entries")),
            Map.entry("waiting", List.of("id", "point", "bearers", "waits", "entries")),
            Map.entry(
                    "instruments",
                    List.of("id", "day", "effective", "name", "texts", "signatories", "amendedBy", "entries")),
            Map.entry("positions", List.of("id", "point", "state", "agreement", "said", "entries")),
            Map.entry(
                    "progress",
                    List.of(
                            "coders",
                            "group",
                            "obligations",
                            "graded",
                            "counts/not-initiated",
                            "counts/minimum",
                            "counts/intermediate",
                            "counts/full",
                            "linear",
                            "quadratic",
                            "entries")),
            Map.entry("deadlines", List.of("day", "id", "point", "falls", "warning", "bearers", "summary", "entries")),
            Map.entry("triggers", List.of("id", "point", "state", "trigger", "waitsFor", "since", "entries")),
            Map.entry("changes", List.of("weight", "changed", "downstream", "entries")),
            Map.entry(
                    "resolution",
                    List.of(
                            "cases",
                            "resolved",
                            "acknowledged",
                            "escalated",
                            "open",
                            "limit",
                            "within",
                            "low",
                            "high",
                            "median",
                            "oldestHours")),
            Map.entry(
                    "posts",
                    List.of("id", "by", "from", "until", "state", "hoursPerDay", "fieldOfView", "reason", "entries")),
            Map.entry("patrols", List.of("day", "by", "km", "hours", "speed", "vehicle", "entries")),
            Map.entry(
                    "sensors",
                    List.of("id", "type", "from", "until", "hours", "ran", "uptime", "fieldOfView", "entries")),
            Map.entry(
                    "effort",
                    List.of(
                            "zone",
                            "day",
                            "lineKm",
                            "covered",
                            "byDay",
                            "byNight",
                            "coveredDays",
                            "observersByDay",
                            "observersByNight",
                            "entries")),
            Map.entry(
                    "coverage",
                    List.of(
                            "zone",
                            "class",
                            "without",
                            "covered",
                            "byDay",
                            "byNight",
                            "blindKm",
                            "blindSinceDay",
                            "level",
                            "statement",
                            "entries")),
            Map.entry(
                    "statistics",
                    List.of(
                            "definition",
                            "zone",
                            "party",
                            "item",
                            "value",
                            "low",
                            "high",
                            "exposure",
                            "revised",
                            "trend",
                            "entries")),
            Map.entry(
                    "assessments",
                    List.of("day", "level", "levelNow", "covered", "power", "after7", "after14", "turned", "entries")),
            Map.entry("unwatched", List.of("fromKm", "toKm", "km", "sinceDay", "crosses", "entries")),
            Map.entry("restrictions", List.of("day", "restriction", "by", "reason", "obligations", "entries")),
            Map.entry(
                    "access",
                    List.of("by", "attempts", "denials", "share", "conditional", "delayed", "other", "entries")),
            Map.entry("flags", List.of("sentence", "entries")),
            Map.entry("boundaries", List.of("id", "role", "name", "controller", "from", "to", "entries")),
            Map.entry("actors", List.of("id", "type", "name", "entries")),
            Map.entry(
                    "claims",
                    List.of("day", "claimant", "claimed", "verdict", "level", "reasons", "otherwise", "entries")),
            Map.entry("reports", List.of("published", "lang", "publisher", "title", "sameStory", "entries")),
            Map.entry("transfers", List.of("day", "summary", "entries")),
            Map.entry("returns", List.of("day", "persons", "total", "summary", "entries")));
    private static final int ENTRIES_SHOWN = 3;

    private final List<String> columns;
    private final Messages words;
    private final Table table;

    RegisterTable(String register, Messages words) {
        this.columns = COLUMNS.getOrDefault(register, LINE);
        this.words = words;
        this.table = new Table(columns.stream().map(this::title).toArray(String[]::new));
    }

    private String title(String column) {
        return switch (column) {
            case "entries" -> words.say("entries");
            case "class" -> words.say("col-act");
            case "lang" -> words.say("col-language");
            case "sameStory" -> words.say("col-same-story");
            case "deadline/day" -> words.say("col-deadline");
            case "originalDeadline/day" -> words.say("col-original-deadline");
            default -> words.say("col-" + column.replaceFirst(".*/", ""));
        };
    }

    void add(JsonNode item) {
        table.row(columns.stream().map(column -> cell(item, column)).toArray(String[]::new));
    }

    Table table() {
        return table;
    }

    private String cell(JsonNode item, String column) {
        JsonNode value = column.equals("sentence") || column.equals("changed") ? item : item.at("/" + column);
        return switch (column.replaceFirst(".*/", "")) {
            case "kind" -> word("kind", value.asString("").toLowerCase(Locale.ROOT));
            case "class" -> value.isNull() ? words.say("all-classes") : word("act", value.asString(""));
            case "id" -> value.isNull() ? text(item.path("posts")) + " " + words.say("col-posts") : text(value);
            case "day" -> value.isNull() && item.has("lineKm") ? words.say("whole-window") : text(value);
            case "state" -> word("state", value.asString("")) + temporary(item);
            case "status",
                    "role",
                    "type",
                    "audience",
                    "restriction",
                    "step",
                    "period",
                    "qualifier",
                    "found",
                    "timing",
                    "word",
                    "level",
                    "look",
                    "verdict" -> word(column.replaceFirst(".*/", ""), value.asString(""));
            case "summary", "name", "place", "controller" -> text(value);
            case "by" -> value.isNull() ? who(item.path("who").asString("")) : text(value.path("name"));
            case "zone" -> value.isNull() ? words.say("whole-line") : text(value);
            case "obligations" -> value.isArray() ? duties(value) : text(value);
            case "covered" -> value.isNull() ? text(item.path("noShare")) : number(value);
            case "blindSinceDay" ->
                value.isNull() && item.path("blindKm").isNumber() ? words.say("never-watched") : text(value);
            case "sinceDay" -> value.isNull() ? words.say("never-watched") : text(value);
            case "entries" -> entries(value, item.path("entriesLeftOut").asInt(0));
            case "standing" -> word("status", value.asString(""));
            case "reasons", "otherwise" ->
                String.join(" ", value.valueStream().map(this::text).toList());
            case "levelNow", "after7", "after14" -> word("level", value.asString(""));
            case "turned" -> word("turned", value.asString(""));
            case "party" -> text(value.path("name"));
            case "item" -> anyWord(value.asString(""));
            case "claimant" -> text(value.path("name"));
            case "next" -> String.join("; ", value.valueStream().map(this::text).toList());
            case "classes" -> classes(value);
            case "zones" -> zones(value);
            case "sameStory" -> entries(ids(value), 0);
            case "point" -> text(item.at("/instrument/name")) + " " + value.asString("") + text(item.path("part"));
            case "texts", "said", "waitsFor", "downstream" -> AgreementCells.of(column, value, words, this::text);
            case "weight", "agreement" -> word(column, value.asString(""));
            case "not-initiated", "minimum", "intermediate", "full" ->
                AgreementCells.share(value, item.at("/percent/" + column.replaceFirst(".*/", "")), words);
            case "bearers", "coders", "signatories", "amendedBy", "crosses" ->
                String.join(
                        "; ",
                        value.valueStream().map(one -> text(one.path("name"))).toList());
            default -> value.isDouble() ? number(value) : text(value);
        };
    }

    private String duties(JsonNode obligations) {
        return String.join(
                "; ",
                obligations
                        .valueStream()
                        .map(one -> one.path("id").asString("") + ": "
                                + word("state", one.path("state").asString("")))
                        .toList());
    }

    private String temporary(JsonNode item) {
        return item.path("temporary").asBoolean(false) ? ", " + words.say("temporary") : "";
    }

    private String who(String who) {
        return who.isEmpty() ? "" : words.say("who-" + who);
    }

    /** A coded sentence in words. */
    static String sentence(JsonNode coded, Messages words) {
        return new RegisterTable("", words).text(coded);
    }

    private String word(String prefix, String value) {
        String code = prefix + "-" + value;
        return words.codes().contains(code) ? words.say(code) : value;
    }

    /** A word of one of the vocabularies that figures are split by. */
    private String anyWord(String value) {
        for (String prefix : List.of("status", "act", "state", "level", "verdict", "seen", "restriction")) {
            if (words.codes().contains(prefix + "-" + value)) {
                return words.say(prefix + "-" + value);
            }
        }
        return value;
    }

    private String classes(JsonNode classes) {
        List<String> parts = new ArrayList<>();
        classes.properties()
                .forEach(one ->
                        parts.add(word(words.codes().contains("seen-" + one.getKey()) ? "seen" : "act", one.getKey())
                                + " " + number(one.getValue())));
        return String.join(", ", parts);
    }

    private String zones(JsonNode zones) {
        List<String> parts = new ArrayList<>();
        zones.forEach(zone -> parts.add(text(zone.path("name")) + " ("
                + word("attribution", zone.path("word").asString("")) + ", " + number(zone.path("probability")) + ")"));
        return String.join("; ", parts);
    }

    private String number(JsonNode value) {
        return words.say("number", Map.of("count", value.doubleValue()));
    }

    private static JsonNode ids(JsonNode reports) {
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        reports.forEach(report -> ids.add(report.path("entry").asString("")));
        return ids;
    }

    /** The endings of the ids, which {@code truce receipt} takes too; whole ids are in {@code --json}. */
    private static String entries(JsonNode ids, int leftOut) {
        List<String> shown = new ArrayList<>();
        ids.valueStream().limit(ENTRIES_SHOWN).forEach(id -> shown.add(EntryRef.ending(id.asString(""))));
        int more = ids.size() + leftOut - shown.size();
        return String.join(" ", shown) + (more > 0 ? " +" + more : "");
    }

    /** A coded sentence, words per language, or a plain value. */
    private String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isObject() && value.has("code")) {
            Map<String, Object> arguments = new HashMap<>();
            value.path("arguments").properties().forEach(one -> arguments.put(one.getKey(), argument(one.getValue())));
            return words.say(value.get("code").asString(""), arguments);
        }
        if (value.isObject() && value.has("name")) {
            return text(value.get("name"));
        }
        return value.isObject() ? perLanguage(value).in(words.language()) : value.asString("");
    }

    private static Object argument(JsonNode value) {
        return value.isObject() ? perLanguage(value) : value.isNumber() ? value.numberValue() : value.asString("");
    }

    private static Text perLanguage(JsonNode value) {
        Map<String, String> in = new HashMap<>();
        value.properties().forEach(one -> in.put(one.getKey(), one.getValue().asString("")));
        return new Text(in);
    }
}
