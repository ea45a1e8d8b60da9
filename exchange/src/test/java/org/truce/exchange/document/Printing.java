package org.truce.exchange.document;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Prints pages to PDF with programs of others. */
final class Printing {
    private static final List<String> FONTS =
            List.of("NotoNaskhArabic-Regular.ttf", "NotoSansArabic-Regular.ttf", "NotoSans-Regular.ttf");

    private Printing() {}

    /** A printer of pages. */
    interface Printer {
        byte[] print(String html) throws IOException, InterruptedException;
    }

    /** Every printer that this machine has; none that is missing fails a test. */
    static byte[] chromium(String html) throws IOException, InterruptedException {
        Path browser = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(browser != null, "chromium is not installed: apt install chromium");
        Path work = Files.createTempDirectory("print");
        try {
            Path page = Files.writeString(work.resolve("page.html"), html);
            Path pdf = work.resolve("page.pdf");
            List<String> command = new ArrayList<>(List.of(
                    String.valueOf(browser),
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--user-data-dir=" + work.resolve("profile"),
                    "--print-to-pdf=" + pdf,
                    page.toUri().toString()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            process.destroy();
            Assumptions.assumeTrue(ended && Files.exists(pdf), "chromium printed nothing here");
            return Files.readAllBytes(pdf);
        } finally {
            try (Stream<Path> made = Files.walk(work)) {
                made.sorted(java.util.Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    /** By openhtmltopdf, whose Arabic stands in presentation forms in the order on paper. */
    static byte[] openhtmltopdf(String html) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(html.contains("dir=\"rtl\"") ? TextDirection.RTL : TextDirection.LTR);
        for (String font : FONTS) {
            Path file = Path.of("/usr/share/fonts/truetype/noto", font);
            Assumptions.assumeTrue(Files.exists(file), font + " is not installed: apt install fonts-noto-core");
            builder.useFont(file.toFile(), font.replaceFirst("-.*", ""));
        }
        builder.withHtmlContent(html, null);
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }

    /** The words of a resource of this package. */
    static String resource(String name) throws IOException {
        try (InputStream in = java.util.Objects.requireNonNull(Printing.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
