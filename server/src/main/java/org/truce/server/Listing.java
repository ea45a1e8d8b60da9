package org.truce.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.truce.picture.View;
import org.truce.publication.feed.Json;
import org.truce.publication.table.RegisterCsv;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page of a list on its way out. Rows are made one at a time and written; none is kept, however many there are. A fault
 * before the first byte is a problem like any other; one in the middle tears the connection, so that no reader takes half
 * a list for a whole one.
 */
final class Listing {
    private static final System.Logger LOG = System.getLogger(Listing.class.getName());
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final List<ObjectNode> page;
    private final @Nullable String next;

    private Listing(
            HttpServletRequest request, HttpServletResponse response, List<ObjectNode> page, @Nullable String next) {
        this.request = request;
        this.response = response;
        this.page = page;
        this.next = next;
    }

    /**
     * The page of a list that a request asks for; tells where the next begins in the {@code Link} header.
     *
     * @param rows the whole list, in an order that the question determines
     * @param filters everything but the question that picks the rows
     * @param most how many rows to give at most
     */
    static Listing of(
            HttpServletRequest request,
            HttpServletResponse response,
            Question question,
            View view,
            List<ObjectNode> rows,
            List<String> filters,
            int most) {
        long list = Cursor.list(request.getRequestURI(), view.audience().wire(), String.join("\n", filters));
        int from = 0;
        if (question.after().isPresent()) {
            Cursor after = question.after().get();
            if (after.list() != list) {
                throw Question.bad("bad-cursor", "after", "This cursor belongs to another list.");
            }
            from = after.resume(rows);
        }
        int to = (int) Math.min(rows.size(), (long) from + most);
        String next = to == rows.size()
                ? null
                : Cursor.behind(question.at(), view.known(), to, rows.get(to - 1), list)
                        .text();
        Listing listing = new Listing(request, response, rows.subList(from, to), next);
        if (next != null) {
            response.addHeader("Link", "<" + listing.address(next) + ">; rel=\"next\"");
        }
        return listing;
    }

    /** How many rows the page has. */
    int size() {
        return page.size();
    }

    /** The cursor of the next page; null on the last. */
    @Nullable
    String next() {
        return next;
    }

    /** The address of this list behind a cursor. */
    String address(String after) {
        String kept = request.getParameterMap().entrySet().stream()
                .filter(one -> !one.getKey().equals("after"))
                .map(one -> encoded(one) + "&")
                .collect(Collectors.joining());
        return request.getRequestURI() + "?" + kept + "after=" + after;
    }

    private static String encoded(Map.Entry<String, String[]> one) {
        return URLEncoder.encode(one.getKey(), StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(one.getValue()[0], StandardCharsets.UTF_8);
    }

    /** Writes a register in a form. */
    void write(Form form, String name, ObjectNode heading, ObjectNode closing) throws IOException, ServletException {
        switch (form) {
            case JSON ->
                object(form.type(), heading, "items", closing.deepCopy().put("next", next));
            case NDJSON ->
                stream(form.type(), out -> {
                    for (ObjectNode row : page) {
                        out.write(row.toString().getBytes(StandardCharsets.UTF_8));
                        out.write('\n');
                    }
                });
            case CSV -> {
                RegisterCsv table = RegisterCsv.of(name, page);
                stream(form.type(), out -> {
                    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 13);
                    table.write(writer, _ -> {});
                    writer.flush();
                });
            }
        }
    }

    /** Writes an object whose rows stand in an array between other members. */
    void object(String type, ObjectNode heading, String array, ObjectNode closing)
            throws IOException, ServletException {
        stream(type, out -> {
            JsonGenerator json = JSON.createGenerator(out);
            json.writeStartObject();
            members(json, heading);
            json.writeName(array);
            json.writeStartArray();
            for (ObjectNode row : page) {
                json.writeTree(row);
            }
            json.writeEndArray();
            members(json, closing);
            json.writeEndObject();
            json.flush();
        });
    }

    private static void members(JsonGenerator json, ObjectNode of) {
        of.properties().forEach(member -> {
            json.writeName(member.getKey());
            json.writeTree(member.getValue());
        });
    }

    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    private void stream(String type, Body body) throws IOException, ServletException {
        response.setContentType(type);
        try {
            body.write(response.getOutputStream());
        } catch (RuntimeException | IOException e) {
            if (!response.isCommitted()) {
                response.resetBuffer();
                throw e;
            }
            LOG.log(System.Logger.Level.WARNING, "an answer was torn", e);
            throw new Torn(e);
        }
    }

    /** An answer that ended in its middle: nothing can be said any more, only broken off. */
    static final class Torn extends ServletException {
        private static final long serialVersionUID = 1;

        Torn(Exception cause) {
            super("an answer was torn", cause);
        }
    }

    /** Nothing behind the rows. */
    static ObjectNode nothing() {
        return Json.object();
    }
}
