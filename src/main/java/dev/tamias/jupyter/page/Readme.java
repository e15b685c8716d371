package dev.tamias.jupyter.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A README in CommonMark, with GitHub's tables, as HTML that is nothing but text: markup in it is shown
 * as it was written, an image is its description, and a link its text and its target to be read. Nothing
 * in it can be followed or fetched: a browser may look up the host of a link before anybody clicks.
 */
final class Readme {

    /** A heading of a README is none of the page. */
    private static final int HEADINGS_BELOW = 3;

    private static final int LOWEST_HEADING = 6;
    private static final int SHORTEST = 40;

    private static final Set<String> ALIGNMENTS = Set.of("left", "center", "right");
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .attributeProviderFactory(context -> Readme::keepAttributes)
                    .build();

    private Readme() {}

    /** As much of a README as makes no more than {@code most} characters of HTML, with a note of the rest. */
    static Html of(String markdown, int most) {
        int length = Math.min(markdown.length(), most);
        String shown = start(markdown, length);
        String html = rendered(shown);
        while (html.length() > most && length > SHORTEST) {
            length = Math.min(length * 2 / 3, shown.length());
            shown = start(markdown, length);
            html = rendered(shown);
        }
        if (html.length() > most) {
            shown = "";
            html = "";
        }
        Html part = new Html().open("div", "readme").markup(Html.fit(html)).close();
        int rest = markdown.length() - shown.length();
        return rest == 0
                ? part
                : part.element(
                        "p",
                        "note",
                        "… "
                                + Counted.of(rest, "more character")
                                + "; the plugin's readme() has them all.");
    }

    /** The start of a text, to the end of a line where that is not far. */
    private static String start(String markdown, int length) {
        if (length >= markdown.length()) {
            return markdown;
        }
        int line = markdown.lastIndexOf('\n', length);
        return markdown.substring(0, line > length / 2 ? line : length);
    }

    private static String rendered(String markdown) {
        try {
            Node document = PARSER.parse(markdown);
            document.accept(new Inert());
            return RENDERER.render(document);
        } catch (StackOverflowError e) {
            // Nested more deeply than any text for people.
            return new Html().element("pre", markdown).toString();
        }
    }

    /** Of all attributes only the number that a list starts with and how a column is aligned. */
    private static void keepAttributes(Node node, String element, Map<String, String> attributes) {
        attributes.entrySet().removeIf(each -> !isKept(each.getKey(), each.getValue()));
    }

    private static boolean isKept(String name, String value) {
        return name.equals("start") || name.equals("align") && ALIGNMENTS.contains(value);
    }

    /** Takes out whatever leads anywhere. */
    private static final class Inert extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(LOWEST_HEADING, heading.getLevel() + HEADINGS_BELOW));
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            boolean told = target(link).equals(link.getDestination());
            if (!told && !link.getDestination().isBlank()) {
                link.insertAfter(new Text(")"));
                link.insertAfter(new Code(link.getDestination()));
                link.insertAfter(new Text(" ("));
            }
            unwrap(link);
        }

        /** The text of a link that names its own target. */
        private static String target(Link link) {
            boolean plain =
                    link.getFirstChild() instanceof Text && link.getFirstChild().getNext() == null;
            return plain ? ((Text) link.getFirstChild()).getLiteral() : "";
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            image.insertBefore(new Text("[image: "));
            image.insertAfter(new Text("]"));
            unwrap(image);
        }

        @Override
        public void visit(CustomNode node) {
            visitChildren(node);
        }

        private static void unwrap(Node node) {
            Node child = node.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                node.insertBefore(child);
                child = next;
            }
            node.unlink();
        }
    }
}
