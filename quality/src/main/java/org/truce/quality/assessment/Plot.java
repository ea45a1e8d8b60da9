package org.truce.quality.assessment;

import java.util.Locale;

/** Drawings of one line each, as SVG that stands alone: no script, no font of its own, readable in black and white. */
final class Plot {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 260;
    private static final int LEFT = 60;
    private static final int BOTTOM = 40;
    private static final int TOP = 34;

    private Plot() {}

    /**
     * A line over equally spaced values.
     *
     * @param title above
     * @param from label of the first value
     * @param to label of the last
     * @param unit of the values
     * @param values at least two, finite
     */
    static String line(String title, String from, String to, String unit, double[] values) {
        double most = 1e-9;
        for (double one : values) {
            most = Math.max(most, one);
        }
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            double x = LEFT + (double) i / (values.length - 1) * (WIDTH - LEFT - 20);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y(values[i], most)));
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" \
                font-family="sans-serif" font-size="13">
                <title>%3$s</title>
                <rect width="%1$d" height="%2$d" fill="#fff"/>
                <text x="%4$d" y="20" font-weight="bold">%3$s</text>
                <path d="M%4$d %5$d V%6$d H%7$d" fill="none" stroke="#555"/>
                <text x="%8$d" y="%9$d" text-anchor="end">%10$s</text>
                <text x="%8$d" y="%6$d" text-anchor="end">0</text>
                <text x="%4$d" y="%11$d">%12$s</text>
                <text x="%7$d" y="%11$d" text-anchor="end">%13$s</text>
                <text x="%14$d" y="%11$d" text-anchor="middle">%15$s</text>
                <polyline points="%16$s" fill="none" stroke="#0b5394" stroke-width="1.3"/>
                </svg>
                """.formatted(
                        WIDTH,
                        HEIGHT,
                        title,
                        LEFT,
                        TOP,
                        HEIGHT - BOTTOM,
                        WIDTH - 20,
                        LEFT - 6,
                        TOP + 10,
                        most >= 10 ? "%.0f".formatted(most) : "%.2f".formatted(most),
                        HEIGHT - 16,
                        from,
                        to,
                        (WIDTH + LEFT) / 2,
                        unit,
                        points.toString().strip());
    }

    private static double y(double value, double most) {
        return HEIGHT - BOTTOM - value / most * (HEIGHT - BOTTOM - TOP - 4);
    }
}
