package org.truce.publication.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.truce.model.id.InstrumentId;
import org.truce.model.kind.Agreement.InstrumentAdopted;
import org.truce.model.kind.Agreement.InstrumentText;
import org.truce.model.kind.Agreement.ObligationSet;
import org.truce.model.kind.Body;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was agreed: each instrument with its texts, names and signatories, and what amends what. */
final class InstrumentFeed {
    private final View view;
    private final Names names;
    private final Map<InstrumentId, Held<InstrumentAdopted>> known = new HashMap<>();

    private InstrumentFeed(View view) {
        this.view = view;
        this.names = Names.of(view);
        view.happened(InstrumentAdopted.class)
                .forEach(held -> known.put(held.body().instrument(), held));
    }

    /** In order of adoption. */
    static List<ObjectNode> of(View view) {
        InstrumentFeed feed = new InstrumentFeed(view);
        List<ObjectNode> rows = new ArrayList<>();
        view.happened(InstrumentAdopted.class).forEach(held -> rows.add(feed.row(held)));
        return rows;
    }

    private ObjectNode row(Held<InstrumentAdopted> held) {
        InstrumentAdopted instrument = held.body();
        ObjectNode row = Json.object().put("id", instrument.instrument().value());
        row.set("name", Json.text(instrument.name()));
        ArrayNode aliases = row.putArray("aliases");
        instrument.aliases().forEach(aliases::add);
        row.put("day", Days.of(view.began(held), view.zone()).toString());
        row.put(
                "effective",
                instrument.effective() == null ? null : instrument.effective().text());
        ArrayNode signatories = row.putArray("signatories");
        instrument.signatories().forEach(one -> signatories.add(Json.actor(one, names)));
        ArrayNode texts = row.putArray("texts");
        instrument.texts().forEach(text -> texts.add(text(text)));
        row.set("amends", named(instrument.amends()));
        List<UUID> entries = new ArrayList<>(List.of(held.id()));
        List<InstrumentId> amendedBy = new ArrayList<>();
        known.values().stream()
                .filter(other -> other.body().amends().contains(instrument.instrument()))
                .sorted(java.util.Comparator.comparing(other -> view.began(other)))
                .forEach(other -> {
                    amendedBy.add(other.body().instrument());
                    entries.add(other.id());
                });
        row.set("amendedBy", named(amendedBy));
        long obligations = view.happened(ObligationSet.class).stream()
                .filter(set -> set.body().instrument().equals(instrument.instrument()))
                .count();
        row.put("obligations", obligations);
        row.set("entries", Json.ids(entries));
        return row;
    }

    private static ObjectNode text(InstrumentText text) {
        ObjectNode out = Json.object()
                .put("language", text.language())
                .put("standing", Body.wire(text.standing()))
                .put("address", text.address())
                .put("sha256", text.sha256());
        out.set("remark", Json.textOrNull(text.remark()));
        return out;
    }

    /** Instruments by id and name; one that nobody has entered is called by its id. */
    private ArrayNode named(List<InstrumentId> ids) {
        ArrayNode out = Json.array();
        for (InstrumentId id : ids) {
            Held<InstrumentAdopted> held = known.get(id);
            ObjectNode one = out.addObject().put("id", id.value());
            one.set("name", Json.textOrNull(held == null ? null : held.body().name()));
        }
        return out;
    }
}
