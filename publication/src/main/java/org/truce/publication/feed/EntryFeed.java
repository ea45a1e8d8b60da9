package org.truce.publication.feed;

import java.util.UUID;
import org.truce.model.entry.Basis;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Body;
import org.truce.model.place.Where;
import org.truce.picture.Flags;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Entries as they were stated, and as lines of a list. */
public final class EntryFeed {
    private final View view;
    private final Summaries summaries;
    private final Names names;

    /** For the entries of one view. */
    public EntryFeed(View view) {
        this.view = view;
        this.names = Names.of(view);
        this.summaries = new Summaries(names);
    }

    /** One entry as a line of a list. */
    public ObjectNode line(Held<? extends Body> held) {
        ObjectNode out = Json.object()
                .put("index", held.index())
                .put("id", held.id().toString())
                .put("kind", held.entry().kind())
                .put("stated", Json.instant(held.entry().stated()))
                .put("day", Days.of(view.began(held), view.zone()).toString())
                .put("author", held.entry().author().actor().value())
                .put(
                        "occurred",
                        held.entry().occurred() == null
                                ? null
                                : held.entry().occurred().edtf().text());
        Where where = held.entry().where();
        if (where != null && where.place() != null) {
            out.set("place", Json.text(names.place(where.place())));
        } else {
            out.putNull("place");
        }
        out.set("summary", Json.coded(summaries.of(held.entry())));
        return out.put("audience", held.entry().audience().wire());
    }

    /** One entry whole: the envelope as it stands, and what became of it. */
    public ObjectNode whole(Held<Body> held) {
        ObjectNode out = Json.object();
        out.set("entry", EntryJson.tree(EntryJson.write(held.entry())));
        out.put("index", held.index()).put("recorded", Json.instant(held.recorded()));
        out.put("day", Days.of(view.began(held), view.zone()).toString());
        out.set("summary", Json.coded(summaries.of(held.entry())));
        ArrayNode basis = out.putArray("basis");
        held.entry().basis().forEach(one -> basis.add(basis(one)));
        Held<Body> head = view.head(held.id());
        boolean replaced = head == null || !head.id().equals(held.id());
        out.put("replacedBy", replaced && head != null ? head.id().toString() : null);
        out.put("withdrawn", head == null);
        out.set("flags", Json.coded(Flags.of(view).of(held.id())));
        out.set("chain", Json.ids(view.chain(held.id())));
        return out;
    }

    private static ObjectNode basis(Basis basis) {
        ObjectNode out = Json.object();
        UUID report = basis.report();
        out.put("report", report == null ? null : report.toString());
        if (basis.span() == null) {
            out.putNull("span");
        } else {
            out.putArray("span").add(basis.span().start()).add(basis.span().end());
        }
        out.put("url", basis.address()).put("publisher", basis.publisher());
        out.put("source", basis.source() == null ? null : basis.source().name());
        out.put("information", basis.information());
        out.set("observations", Json.ids(basis.entries()));
        ArrayNode attachments = out.putArray("attachments");
        basis.attachments().forEach(attachments::add);
        return out;
    }
}
