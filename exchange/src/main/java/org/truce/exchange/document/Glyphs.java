package org.truce.exchange.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * The glyphs of one page in the order in which it draws them. PDFBox tells where each stands and what it means; lines
 * and their order are made elsewhere, since its own order of words is wrong for Arabic.
 */
final class Glyphs extends PDFTextStripper {
    /** Words that the page itself gives for what it draws until the end of a sequence. */
    private static final class Given {
        final @Nullable String text;
        final List<Glyph> drawn = new ArrayList<>();

        Given(@Nullable String text) {
            this.text = text;
        }
    }

    private final Deadline deadline;
    private final List<Given> open = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private List<Glyph> glyphs = new ArrayList<>();
    private float width;
    private float height;
    private long shown;
    private long told;

    Glyphs(Deadline deadline) {
        this.deadline = deadline;
        addOperator(new BeginMarkedContentSequence(this));
        addOperator(new BeginMarkedContentSequenceWithProperties(this));
        addOperator(new EndMarkedContentSequence(this));
    }

    /** The glyphs of a page, blank ones too; without those that were drawn twice for boldness. */
    List<Glyph> of(PDPage page) throws IOException {
        glyphs = new ArrayList<>();
        open.clear();
        seen.clear();
        boolean turned = page.getRotation() % 180 != 0;
        width = turned ? page.getCropBox().getHeight() : page.getCropBox().getWidth();
        height = turned ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
        processPage(page);
        while (!open.isEmpty()) {
            endMarkedContentSequence();
        }
        return glyphs;
    }

    /** Width of the page in points. */
    float width() {
        return width;
    }

    /** Height of the page in points. */
    float height() {
        return height;
    }

    /** Share of the glyphs shown so far of which the fonts do not tell the letter. */
    double untold() {
        return shown == 0 ? 0 : 1 - (double) Math.min(told, shown) / shown;
    }

    @Override
    protected void writePage() {
        // Lines are made from the glyphs, not here.
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        deadline.check();
        super.processOperator(operator, operands);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        shown++;
        super.showGlyph(matrix, font, code, displacement);
    }

    @Override
    protected void processTextPosition(TextPosition at) {
        String text = at.getUnicode();
        if (text == null || text.isEmpty()) {
            return;
        }
        told += unmapped(text) ? 0 : 1;
        float size = Math.abs(at.getYScale());
        float left = at.getXDirAdj();
        float base = at.getYDirAdj();
        boolean slanted = at.getDir() == 0
                && Math.abs(at.getTextMatrix().getShearY())
                        > 0.2 * Math.abs(at.getTextMatrix().getScaleX());
        boolean outside =
                left < -1 || base < -1 || left > Math.max(width, height) + 1 || base > Math.max(width, height) + 1;
        if (slanted || outside || !(size > 0.5f)) {
            return; // a stamp across the page, or what no reader sees
        }
        float space = at.getWidthOfSpace();
        Glyph glyph = new Glyph(
                Letters.plain(text),
                left,
                left + Math.max(0, at.getWidthDirAdj()),
                base + turn(at.getDir()),
                size,
                Float.isFinite(space) ? Math.max(0, space) : 0);
        if (glyph.text().isEmpty() || twice(glyph)) {
            return;
        }
        (open.isEmpty() ? glyphs : open.getLast().drawn).add(glyph);
    }

    /** Turned text is read after what stands upright. */
    private float turn(float degrees) {
        return degrees == 0 ? 0 : (1 + degrees / 90) * 2 * Math.max(width, height);
    }

    private static boolean unmapped(String text) {
        int c = text.codePointAt(0);
        return c == 0xFFFD
                || Character.getType(c) == Character.PRIVATE_USE
                || Character.getType(c) == Character.CONTROL;
    }

    private boolean twice(Glyph glyph) {
        if (glyph.blank()) {
            return false;
        }
        // Boldness moves a letter by less than this; two narrow letters side by side are further apart.
        float step = glyph.size() * 0.04f;
        int x = Math.round(glyph.left() / step);
        int y = Math.round(glyph.base() / step);
        for (int dx = -1; dx <= 1; dx++) {
            if (seen.contains(glyph.text() + ' ' + (x + dx) + ' ' + y)) {
                return !glyph.mark();
            }
        }
        seen.add(glyph.text() + ' ' + x + ' ' + y);
        return false;
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        String text = properties == null ? null : properties.getString(COSName.ACTUAL_TEXT);
        open.add(new Given(text));
    }

    @Override
    public void endMarkedContentSequence() {
        if (open.isEmpty()) {
            return;
        }
        Given given = open.removeLast();
        List<Glyph> to = open.isEmpty() ? glyphs : open.getLast().drawn;
        if (given.text == null || given.drawn.isEmpty() || !oneLine(given.drawn)) {
            to.addAll(given.drawn);
            return;
        }
        String text = Letters.plain(given.text);
        if (text.isEmpty()) {
            return; // drawn for the eye only: a hyphen at the end of a line
        }
        Glyph first = given.drawn.getFirst();
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        for (Glyph glyph : given.drawn) {
            left = Math.min(left, glyph.left());
            right = Math.max(right, glyph.right());
        }
        to.add(new Glyph(text, left, right, first.base(), first.size(), first.space()));
    }

    private static boolean oneLine(List<Glyph> drawn) {
        float base = drawn.getFirst().base();
        return drawn.stream().allMatch(glyph -> Math.abs(glyph.base() - base) < glyph.size());
    }
}
