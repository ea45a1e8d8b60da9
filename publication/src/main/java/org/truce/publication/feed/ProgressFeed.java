package org.truce.publication.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.truce.assessment.progress.Grades;
import org.truce.assessment.progress.Grades.Group;
import org.truce.assessment.rate.Percentage;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Named;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.node.ObjectNode;

/**
 * Progress in the four words of the Barometer: a row for each coder and group of obligations, then a row for each two
 * coders with their kappa. Nothing is averaged.
 */
final class ProgressFeed {
    private final Names names;

    private ProgressFeed(View view) {
        this.names = Names.of(view);
    }

    static List<ObjectNode> of(View view) {
        ProgressFeed feed = new ProgressFeed(view);
        Grades grades = Grades.of(view);
        List<ObjectNode> rows = new ArrayList<>();
        grades.distributions().forEach(one -> rows.add(feed.row(one)));
        grades.agreements().forEach(one -> rows.add(feed.row(one)));
        return rows;
    }

    private ObjectNode row(Grades.Distribution one) {
        ObjectNode row = Json.object().put("by", Body.wire(one.group().by()));
        row.putArray("coders").add(coder(one.coder()));
        row.set("group", Json.text(group(one.group())));
        row.put("obligations", one.group().obligations().size()).put("graded", one.graded());
        ObjectNode counts = row.putObject("counts");
        boolean told = Percentage.told(one.graded());
        ObjectNode percent = Json.object();
        for (int i = 0; i < Grades.LEVELS.size(); i++) {
            String level = Body.wire(Grades.LEVELS.get(i));
            counts.put(level, one.counts().get(i));
            percent.put(level, one.percent().get(i));
        }
        row.set("percent", told ? percent : row.nullNode());
        row.putNull("linear").putNull("quadratic");
        row.set("entries", Json.ids(one.entries()));
        return row;
    }

    private ObjectNode row(Grades.Agreement one) {
        ObjectNode row = Json.object().put("by", "coders");
        row.putArray("coders").add(coder(one.first())).add(coder(one.second()));
        row.putNull("group").putNull("obligations").put("graded", one.both());
        row.putNull("counts").putNull("percent");
        row.put("linear", one.linear()).put("quadratic", one.quadratic());
        Set<UUID> entries = new LinkedHashSet<>(one.entries());
        row.set("entries", Json.ids(entries));
        return row;
    }

    private ObjectNode coder(ActorId coder) {
        return Json.actor(Named.of(coder), names);
    }

    private Text group(Group group) {
        if (group.party() != null) {
            return names.actor(group.party());
        }
        return group.theme() != null ? Text.of("und", group.theme()) : Glossary.word("group", group.by());
    }
}
