package org.truce.model.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A record of one component, such as a typed quantity or an id: it stands in JSON as that component, bare. */
final class BareShape implements Shape {
    private final Constructor<?> constructor;
    private final RecordComponent component;
    private final Shape inner;

    BareShape(Class<?> type) {
        component = type.getRecordComponents()[0];
        inner = Shapes.of(component.getGenericType());
        try {
            constructor = type.getDeclaredConstructor(component.getType());
            constructor.setAccessible(true);
            component.getAccessor().setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable Object read(JsonNode node, Problems problems) {
        Object value = inner.read(node, problems);
        return value == null ? null : problems.build(() -> construct(value));
    }

    private Object construct(Object value) {
        try {
            return constructor.newInstance(value);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Invalid invalid) {
                throw invalid;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one component's value. */
    Object bare(Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(Object value, JsonGenerator json) {
        inner.write(bare(value), json);
    }

    @Override
    public ObjectNode schema() {
        return inner.schema();
    }
}
