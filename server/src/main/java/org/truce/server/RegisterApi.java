package org.truce.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.truce.assessment.History;
import org.truce.assessment.statistics.Statistics;
import org.truce.model.kind.Body;
import org.truce.picture.Held;
import org.truce.picture.View;
import org.truce.publication.feed.ChangeFeed;
import org.truce.publication.feed.DeadlineFeed;
import org.truce.publication.feed.EntryFeed;
import org.truce.publication.feed.HistoryFeed;
import org.truce.publication.feed.ItemFeed;
import org.truce.publication.feed.Json;
import org.truce.publication.feed.RegisterFeed;
import org.truce.publication.feed.Rows;
import org.truce.publication.feed.StatisticFeed;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists: every register there is, entries as they were recorded, and what stands as features of a map. */
@RestController
@RequestMapping("/api/v1/records/{record}")
final class RegisterApi {
    /** Each day is assessed twice, so that a request asks for a year at most. */
    private static final int MOST_ASSESSED = 366;

    private static final String GEOJSON = "application/geo+json";

    @Serves(
            value = Serves.To.READERS,
            what = "A register, a page or all of it.",
            types = {"application/json", "application/x-ndjson", "text/csv"},
            shape = "Register")
    @GetMapping("/{register}")
    void register(
            @PathVariable String register,
            Question question,
            Page page,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        View view = question.view();
        Registers.Register found = Registers.of(register, view, question.open());
        if (found == null) {
            throw new HttpProblem(
                    HttpStatus.NOT_FOUND,
                    "no-such-register",
                    "register",
                    "There is no such register; there are " + String.join(", ", RegisterFeed.ALL.keySet()) + ".");
        }
        Listing.of(request, response, question, view, found.rows(), List.of(), page.most(form.usual()))
                .write(form, register, found.heading(), found.closing());
    }

    @Serves(
            value = Serves.To.READERS,
            what = "What was stated, in record order.",
            types = {"application/json", "application/x-ndjson", "text/csv"},
            shape = "Register")
    @GetMapping("/entries")
    void entries(
            Question question,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "0") long from,
            Page page,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (from < 0) {
            throw Question.bad("bad-page", "from", "from is an index in the record, at least 0.");
        }
        View view = question.view();
        List<Held<Body>> chosen = from == 0 && kind == null ? view.all() : view.all(from, kind);
        EntryFeed feed = new EntryFeed(view);
        Listing.of(
                        request,
                        response,
                        question,
                        view,
                        Rows.of(chosen, feed::line),
                        List.of(String.valueOf(kind), Long.toString(from)),
                        page.most(form.usual()))
                .write(form, "entries", RegisterFeed.heading("entries", view), Listing.nothing());
    }

    @Serves(
            value = Serves.To.READERS,
            what = "What stands of what was stated, as features of a map: GeoJSON with the members of JSON-FG.",
            types = {GEOJSON, "application/json"},
            shape = "FeatureCollection")
    @GetMapping("/items")
    void items(
            Question question,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(required = false) @Nullable String datetime,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        View view = question.view();
        ItemFeed feed = new ItemFeed(view);
        List<Held<Body>> chosen = feed.listed(kind, Filters.box(bbox), Filters.time(datetime, question.zone()));
        Listing listing = Listing.of(
                request,
                response,
                question,
                view,
                Rows.of(chosen, feed::of),
                List.of(String.valueOf(kind), String.valueOf(bbox), String.valueOf(datetime)),
                page.most(Page.USUAL));
        ObjectNode closing = RegisterFeed.heading("items", view);
        closing.put("numberMatched", chosen.size()).put("numberReturned", listing.size());
        links(closing.putArray("links"), request, listing);
        listing.object(GEOJSON, ItemFeed.heading(), "features", closing.put("next", listing.next()));
    }

    @Serves(
            value = Serves.To.READERS,
            what = "What changed between two record sizes.",
            types = {"application/json", "application/x-ndjson", "text/csv"},
            shape = "Register")
    @GetMapping("/changes")
    void changes(
            Question question,
            @RequestParam(required = false) @Nullable String since,
            Page page,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        View view = question.view();
        long size = since == null || since.isEmpty() ? 0 : question.known("since");
        ObjectNode heading = RegisterFeed.heading("changes", view).put("since", size);
        List<ObjectNode> rows = ChangeFeed.of(view, size);
        Listing.of(request, response, question, view, rows, List.of(Long.toString(size)), page.most(form.usual()))
                .write(form, "changes", heading, Listing.nothing());
    }

    @Serves(
            value = Serves.To.READERS,
            what = "What falls due in the next days, and what is overdue.",
            types = {"application/json", "application/x-ndjson", "text/csv"},
            shape = "Register")
    @GetMapping("/deadlines")
    void deadlines(
            Question question,
            @RequestParam(defaultValue = "" + DeadlineFeed.USUAL_DAYS) int days,
            Page page,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (days < 0 || days > DeadlineFeed.MOST_DAYS) {
            throw Question.bad("bad-days", "days", "days is 0 to " + DeadlineFeed.MOST_DAYS + ".");
        }
        View view = question.view();
        ObjectNode heading = RegisterFeed.heading("deadlines", view).put("days", days);
        List<ObjectNode> rows = DeadlineFeed.of(view, days);
        Listing.of(request, response, question, view, rows, List.of(Integer.toString(days)), page.most(form.usual()))
                .write(form, "deadlines", heading, Listing.nothing());
    }

    @Serves(
            value = Serves.To.READERS,
            what = "The neutral statistics of a period that ends with the day.",
            types = {"application/json", "application/x-ndjson", "text/csv"},
            shape = "Register")
    @GetMapping("/statistics")
    void statistics(
            Question question,
            @RequestParam(defaultValue = "" + Statistics.USUAL_DAYS) int days,
            Page page,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (days < 1 || days > Statistics.MOST_DAYS) {
            throw Question.bad("bad-days", "days", "days is 1 to " + Statistics.MOST_DAYS + ".");
        }
        View view = question.view();
        ObjectNode heading = RegisterFeed.heading("statistics", view).put("days", days);
        List<ObjectNode> rows = StatisticFeed.of(view, days);
        Listing.of(request, response, question, view, rows, List.of(Integer.toString(days)), page.most(form.usual()))
                .write(form, "statistics", heading, Listing.nothing());
    }

    @Serves(
            value = Serves.To.READERS,
            what = "The assessments of the last days, as known then and now, and how they turned out.",
            types = {"application/json", "application/x-ndjson", "text/csv"},
            shape = "Register")
    @GetMapping("/assessments")
    void assessments(
            Question question,
            @RequestParam(defaultValue = "" + History.USUAL_DAYS) int days,
            Page page,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (days < 1 || days > MOST_ASSESSED) {
            throw Question.bad("bad-days", "days", "days is 1 to " + MOST_ASSESSED + ".");
        }
        View view = question.view();
        ObjectNode heading = RegisterFeed.heading("assessments", view).put("days", days);
        List<ObjectNode> rows = HistoryFeed.of(view, days);
        Listing.of(request, response, question, view, rows, List.of(Integer.toString(days)), page.most(form.usual()))
                .write(form, "assessments", heading, Listing.nothing());
    }

    private static void links(ArrayNode links, HttpServletRequest request, Listing listing) {
        String query = request.getQueryString();
        links.add(link("self", request.getRequestURI() + (query == null ? "" : "?" + query)));
        String next = listing.next();
        if (next != null) {
            links.add(link("next", listing.address(next)));
        }
    }

    private static ObjectNode link(String relation, String address) {
        return Json.object().put("rel", relation).put("type", GEOJSON).put("href", address);
    }
}
