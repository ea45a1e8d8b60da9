package org.truce.assessment.correlation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.truce.model.kind.Body;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.Incidents;
import org.truce.picture.View;

/**
 * What the rule would join in a record, as of a view. Derived: nothing is entered, and nothing of it counts until the
 * parties agreed that links of a rule do, or a person enters the link. Immutable. Costs some microseconds a sighting, and
 * reading each once.
 */
public final class ProposedLinks {
    private final List<ProposedLink> links;
    private final List<List<UUID>> joined;
    private final Tally tally;

    /**
     * How many incidents there were, by how readily sightings are joined.
     *
     * @param strict where only what is nearly certain is joined
     * @param likely where what is likelier than not is joined
     * @param lenient where whatever may be one is joined
     * @param newsOnly likely ones of which nothing but news tells, which are in none of the others
     * @param engagements places of a kilometre and hours in which anything was: the unit of heavy fighting
     * @param queued links at which an analyst has to look
     * @param placeless sightings without a place, which are joined to nothing
     */
    public record Tally(
            int strict, int likely, int lenient, int newsOnly, int engagements, int queued, int placeless) {}

    private ProposedLinks(List<ProposedLink> links, List<List<UUID>> joined, Tally tally) {
        this.links = List.copyOf(links);
        this.joined = List.copyOf(joined);
        this.tally = tally;
    }

    /** The proposals of a view. */
    public static ProposedLinks of(View view) {
        return view.derive(ProposedLinks.class, () -> propose(view));
    }

    /** Each proposed link, in order of the incidents' time; an incident's members one after another. */
    public List<ProposedLink> links() {
        return links;
    }

    /** The entries of each incident that has more than one, those of which only news tell left out. */
    public List<List<UUID>> joined() {
        return joined;
    }

    /** How many incidents there were, from strict to lenient. */
    public Tally tally() {
        return tally;
    }

    private static ProposedLinks propose(View view) {
        Decisions decisions = Decisions.of(view);
        RecordSightings sightings = RecordSightings.of(view, decisions.held());
        Apart apart = new Apart();
        for (UUID[] pair : decisions.apart()) {
            Integer one = sightings.number(pair[0]);
            Integer other = sightings.number(pair[1]);
            if (one != null && other != null) {
                apart.keep(one, other);
            }
        }
        List<Found> likely = Correlator.all(sightings.sightings(), Rules.LIKELY, apart);
        List<ProposedLink> links = new ArrayList<>();
        List<List<UUID>> joined = new ArrayList<>();
        Incidents incidents = Incidents.of(view);
        for (Found found : likely) {
            if (found.members().size() > 1) {
                List<UUID> members =
                        found.members().stream().map(sightings::entry).toList();
                if (!found.newsOnly()) {
                    joined.add(members);
                }
                links.addAll(proposals(view, incidents, found, members));
            }
        }
        return new ProposedLinks(links, joined, tally(sightings, apart, likely, links));
    }

    private static List<ProposedLink> proposals(View view, Incidents incidents, Found found, List<UUID> members) {
        UUID anchor = opened(view, incidents, members.getFirst());
        List<ProposedLink> links = new ArrayList<>();
        for (int i = 1; i < members.size(); i++) {
            UUID member = members.get(i);
            Link link = found.links().get(i - 1);
            if (link.held() || opened(view, incidents, member).equals(anchor)) {
                continue;
            }
            List<UUID> others =
                    members.stream().filter(other -> !other.equals(member)).toList();
            links.add(new ProposedLink(member, anchor, others, link, found.newsOnly()));
        }
        return links;
    }

    /** The entry by which the incident of a sighting is called. */
    private static UUID opened(View view, Incidents incidents, UUID member) {
        IncidentFile file = incidents.find(member);
        Held<Body> head = view.head(member);
        return file != null ? file.id() : head == null ? member : head.id();
    }

    private static Tally tally(RecordSightings sightings, Apart apart, List<Found> likely, List<ProposedLink> links) {
        int strict = known(Correlator.all(sightings.sightings(), Rules.LIKELY.strict(), apart));
        int lenient = known(Correlator.all(sightings.sightings(), Rules.LIKELY.lenient(), apart));
        int middle = known(likely);
        Map<List<Long>, Integer> engagements = new HashMap<>();
        likely.stream()
                .filter(one -> !one.newsOnly())
                .forEach(one -> engagements.merge(
                        List.of(
                                (long) StrictMath.floor(one.east() / 1000),
                                (long) StrictMath.floor(one.north() / 1000),
                                (long) StrictMath.floor(one.day() * 24)),
                        1,
                        Integer::sum));
        int queued = (int) links.stream().filter(one -> one.link().queue()).count();
        return new Tally(
                StrictMath.max(strict, middle),
                middle,
                StrictMath.min(lenient, middle),
                likely.size() - middle,
                engagements.size(),
                queued,
                sightings.placeless());
    }

    private static int known(List<Found> found) {
        return (int) found.stream().filter(one -> !one.newsOnly()).count();
    }
}
