package org.truce.server;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.truce.publication.feed.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the API as OpenAPI 3.1, made from the handlers: their mappings, for whom they answer, and the
 * parameters of their signatures. Pure: two calls answer alike.
 */
public final class OpenApi {
    /** The classes whose methods are the routes of the API; the server is made of the same. */
    static final List<Class<?>> HANDLERS = List.of(
            PictureApi.class, RegisterApi.class, RecordApi.class, ReportApi.class, FileApi.class, DescriptionApi.class);

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final Map<String, ObjectNode> paths = new TreeMap<>();

    private OpenApi() {}

    /** The document. */
    public static ObjectNode document() {
        OpenApi api = new OpenApi();
        for (Class<?> handlers : HANDLERS) {
            Arrays.stream(handlers.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Serves.class))
                    .sorted(Comparator.comparing(Method::getName))
                    .forEach(method -> api.handler(handlers, method));
        }
        ObjectNode out = Json.object().put("openapi", "3.1.1");
        out.putObject("info")
                .put("title", "Truce")
                .put("version", "1")
                .put(
                        "description",
                        "The record of a ceasefire, and what follows from it. Every answer is as known then, for whom it"
                                + " is; docs/api.md tells what its fields mean.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        out.putArray("servers").addObject().put("url", "/").put("description", "Where this description lies.");
        ObjectNode all = out.putObject("paths");
        api.paths.forEach(all::set);
        out.set("components", Shapes.components());
        return out;
    }

    /** The path of a route in the words of OpenAPI, which knows no wildcards: the rest of a path has a name. */
    static String path(String pattern) {
        return pattern.replace("/**", "/{path}").replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }

    private void handler(Class<?> handlers, Method method) {
        RequestMapping base = AnnotatedElementUtils.findMergedAnnotation(handlers, RequestMapping.class);
        RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (base == null || own == null) {
            throw new IllegalStateException(method + " answers, but nobody can ask it");
        }
        String[] ends = own.path().length == 0 ? new String[] {""} : own.path();
        for (String end : ends) {
            String path = path(base.path()[0] + end);
            ObjectNode at = paths.computeIfAbsent(path, _ -> Json.object());
            for (RequestMethod verb : own.method()) {
                operation(at.withObject("/" + verb.name().toLowerCase(Locale.ROOT)), path, method);
            }
        }
    }

    /** One operation; two handlers of one address that parameters tell apart are one, with the parameters of both. */
    private static void operation(ObjectNode out, String path, Method method) {
        Serves serves = method.getAnnotation(Serves.class);
        boolean second = out.has("operationId");
        if (!second) {
            out.put("operationId", name(path, method)).put("summary", serves.what());
        }
        Map<String, Takes.Taken> taken = new LinkedHashMap<>();
        Matcher variable = VARIABLE.matcher(path);
        while (variable.find()) {
            taken.put(variable.group(1), new Takes.Taken(variable.group(1), true, true));
        }
        Takes.of(method).forEach((name, one) -> {
            if (!one.inPath()) {
                taken.put(name, one);
            }
        });
        for (Takes.Taken one : taken.values()) {
            ObjectNode parameter = out.withArray("parameters")
                    .addObject()
                    .put("name", one.name())
                    .put("in", one.inPath() ? "path" : "query")
                    .put("required", one.inPath() || (one.required() && !second && !shared(method)))
                    .put("description", one.meaning());
            parameter.set("schema", one.schema());
        }
        if (serves.value() == Serves.To.WRITER) {
            out.putArray("security").addObject().putArray("token");
            ObjectNode body = out.putObject("requestBody").put("required", true);
            body.putObject("content")
                    .putObject("application/json")
                    .putObject("schema")
                    .put("$ref", "#/components/schemas/Entry");
        }
        answers(out.withObject("/responses"), method, serves);
    }

    /** Whether another handler answers at the same address where this one's own parameter is absent. */
    private static boolean shared(Method method) {
        RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return own != null && own.params().length > 0;
    }

    private static String name(String path, Method method) {
        String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z]", "");
        return method.getName().equals("file") ? "file-" + (path.endsWith("{path}") ? "tile" : last) : method.getName();
    }

    private static void answers(ObjectNode responses, Method method, Serves serves) {
        boolean writes = serves.value() == Serves.To.WRITER;
        for (String status : writes ? List.of("200", "201") : List.of("200")) {
            ObjectNode answer = responses.withObject("/" + status);
            answer.put("description", writes && status.equals("200") ? "Known before: the same." : "The answer.");
            for (String type : serves.types()) {
                ObjectNode content = answer.withObject("/content");
                ObjectNode schema = content.putObject(type).putObject("schema");
                if (type.endsWith("json")
                        && !type.endsWith("ndjson")
                        && !serves.shape().isEmpty()) {
                    schema.put("$ref", "#/components/schemas/" + serves.shape());
                }
            }
        }
        boolean fresh = Arrays.stream(method.getParameterTypes()).anyMatch(type -> type == Question.class);
        if (fresh) {
            responses.withObject("/304").put("description", "Not changed since the answer whose ETag was given.");
        }
        responses
                .withObject("/default")
                .put("description", "A problem (RFC 9457).")
                .withObject("/content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }
}
