package org.truce.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Reads from a request what handlers take together: the question, the page and the form of the answer. */
final class Arguments implements HandlerMethodArgumentResolver {
    private static final String QUESTION = "truce.question";

    private final Records records;

    Arguments(Records records) {
        this.records = records;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Question.class || type == Page.class || type == Form.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Class<?> type = parameter.getParameterType();
        return type == Question.class
                ? question(request, records)
                : type == Page.class ? Page.ofRequest(request) : Form.ofRequest(request);
    }

    /** The one question of a request, asked of the record that its path or {@code open} names. */
    static Question question(HttpServletRequest request, Records records) {
        if (request.getAttribute(QUESTION) instanceof Question known) {
            return known;
        }
        String name = variable(request, "record");
        if (name == null) {
            String open = String.valueOf(request.getParameter("open"));
            name = records.all().containsKey(open)
                    ? open
                    : records.all().keySet().iterator().next();
        }
        Question question = new Question(request, name, records.find(name));
        request.setAttribute(QUESTION, question);
        return question;
    }

    private static @Nullable String variable(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get(name) instanceof String value
                ? value
                : null;
    }
}
