package org.truce.model.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;
import org.truce.model.kind.Since;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object whose fields are the components of a record. Absent means null, an empty list, or false. */
final class RecordShape implements Shape {
    private final Class<?> type;
    private final Constructor<?> constructor;
    private final List<Field> fields = new ArrayList<>();

    private record Field(
            String name,
            RecordComponent component,
            Shape shape,
            @Nullable Object absent,
            boolean required,
            boolean later) {}

    RecordShape(Class<?> type, Map<String, Shape> given) {
        this(type, given, Integer.MAX_VALUE);
    }

    /** The object of an earlier version: the fields that came later are unknown, and read as left out. */
    RecordShape(Class<?> type, Map<String, Shape> given, int version) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        for (RecordComponent component : components) {
            Shape shape = given.get(component.getName());
            if (shape == null) {
                shape = Shapes.of(component.getGenericType());
            }
            Object absent = Shapes.absent(component);
            boolean optional = absent != null || Shapes.nullable(component);
            component.getAccessor().setAccessible(true);
            boolean later = since(component) > version;
            if (since(component) > 1 && !optional) {
                throw new IllegalStateException(type + ": " + component.getName() + " came later and is required");
            }
            fields.add(new Field(component.getName(), component, shape, absent, !optional, later));
        }
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int since(RecordComponent component) {
        Since since = component.getAnnotation(Since.class);
        return since == null ? 1 : since.value();
    }

    /** Found once: every entry that is read asks for it, and looking at a class anew costs more than reading the entry. */
    private static final ClassValue<Integer> VERSIONS = new ClassValue<>() {
        @Override
        protected Integer computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .mapToInt(RecordShape::since)
                    .max()
                    .orElse(1);
        }
    };

    /** The newest version of a record's fields. */
    static int version(Class<?> type) {
        return VERSIONS.get(type);
    }

    @Override
    public @Nullable Object read(JsonNode node, Problems problems) {
        if (!node.isObject()) {
            problems.add("wrong-type", "Here stands an object, not " + ScalarShape.describe(node) + ".");
            return null;
        }
        int before = problems.size();
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        int known = 0;
        for (int i = 0; i < values.length; i++) {
            Field field = fields.get(i);
            JsonNode member = field.later ? null : node.get(field.name);
            if (member != null) {
                known++;
                values[i] = problems.at(field.name, () -> field.shape.read(member, problems));
            } else {
                values[i] = field.absent;
                if (field.required) {
                    problems.add(field.name, "missing-field", "This field is required.");
                }
            }
        }
        if (known < node.size()) {
            refuseUnknown(node, problems);
        }
        return problems.size() > before ? null : problems.build(() -> construct(values));
    }

    private void refuseUnknown(JsonNode node, Problems problems) {
        List<String> names =
                fields.stream().filter(field -> !field.later).map(Field::name).toList();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!names.contains(member.getKey())) {
                problems.add(
                        member.getKey(),
                        "unknown-field",
                        "There is no such field; there are " + String.join(", ", names) + ".");
            }
        }
    }

    private Object construct(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Invalid invalid) {
                throw invalid;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(Object value, JsonGenerator json) {
        json.writeStartObject();
        for (Field field : fields) {
            Object member = get(field, value);
            if (member != null && !member.equals(field.absent)) {
                json.writeName(field.name);
                field.shape.write(member, json);
            }
        }
        json.writeEndObject();
    }

    private static @Nullable Object get(Field field, Object value) {
        try {
            return field.component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        fields.stream()
                .filter(field -> !field.later)
                .forEach(field -> properties.set(field.name, field.shape.schema()));
        ArrayNode required = schema.putArray("required");
        fields.stream().filter(Field::required).forEach(field -> required.add(field.name));
        return schema.put("additionalProperties", false);
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
