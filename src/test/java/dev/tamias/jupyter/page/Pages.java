package dev.tamias.jupyter.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.model.GuestText;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What a browser finds in a page, and what it must not find. */
final class Pages {

    private static final Set<String> ELEMENTS =
            words(
                    "div style p b i small br span code pre h4 h5 h6 ul ol li table caption thead tbody tr th"
                            + " td details summary blockquote hr em strong img");

    /** Attributes that an element may have, each with the pattern of its values. */
    private static final Map<String, Map<String, String>> ATTRIBUTES =
            Map.of(
                    "details", Map.of("open", ""),
                    "ol", Map.of("start", "[0-9]{1,9}"),
                    "th", Map.of("align", "left|center|right", "colspan", "[0-9]+"),
                    "td", Map.of("align", "left|center|right", "colspan", "[0-9]+"),
                    "img",
                            Map.of(
                                    "src",
                                    "data:image/(png|jpeg|gif);base64,[A-Za-z0-9+/=]+",
                                    "alt",
                                    "(?s).*"));

    /** Of which each is a way to have something done, wherever a browser finds it as markup. */
    private static final List<String> HOSTILE =
            List.of(
                    "<script>alert(1)</script>",
                    "<img src=x onerror=alert(1)>",
                    "<svg/onload=alert(1)>",
                    "</details></div></style><h1>",
                    "<!-- ",
                    "-->",
                    "<![CDATA[",
                    "]]>",
                    "<iframe src='https://evil.example/'>",
                    "<style>@import url(https://evil.example/)</style>",
                    "<link rel=stylesheet href=//evil.example>",
                    "\"' onmouseover='alert(1)",
                    "[a](javascript:alert(1))",
                    "[a](JaVaScRiPt&colon;alert(1))",
                    "[a](data:text/html;base64,PHNjcmlwdD4=)",
                    "![x](https://evil.example/p.png \"t\")",
                    "![![x](https://evil.example/a)](https://evil.example/b)",
                    "[![x](//evil.example/a)](//evil.example/b)",
                    "<https://evil.example/>",
                    "<javascript:alert(1)>",
                    "https://evil.example/ www.evil.example",
                    "[r]: https://evil.example/ \"t\"\n\n[r] ![r]\n",
                    "[https://bank.example/](https://evil.example/)",
                    "&lt;script&gt;&#60;script&#62;&#x3c;b onclick=x&#x3e;",
                    "&#x202e;&#0;&#x80;",
                    "\u202egnp.exe\u2066\u2069\u200f\u061c",
                    "\u0000\u001b[31m\u0007\u0085\u009b",
                    "\ud800\ufffe\uffff",
                    "```x\" onclick=\"alert(1)\n</code></pre><script>\n```\n",
                    "| a | b |\n|:-:|--:|\n| <b onclick=x> | ![x](//e) |\n\n",
                    "<div onclick=alert(1)>\n\n</div>\n\n",
                    "<details open ontoggle=alert(1)>\n",
                    "# </summary><base href=//evil.example>\n",
                    "> > > - 1. * `code` **b** _i_ ~~s~~\n",
                    "99999999999999999999. x\n3. y\n",
                    "a".repeat(5_000),
                    "<".repeat(300),
                    ">".repeat(300) + "\n",
                    "[".repeat(300),
                    "*".repeat(301),
                    "\\",
                    "`",
                    "\n",
                    "\n\n",
                    "    ",
                    "\t",
                    " ",
                    "ok",
                    "{{7*7}} ${x} $$\\href{javascript:alert(1)}{x}$$",
                    "<math><mtext></table></math><xmp><noscript><template><plaintext>",
                    "<a href=x ping=//evil.example>");

    private Pages() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    static List<String> hostile() {
        return HOSTILE;
    }

    /** A text of hostile pieces that is the same for the same seed. */
    static String hostile(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(8);
        for (int i = 0; i < pieces; i++) {
            String piece = HOSTILE.get(random.nextInt(HOSTILE.size()));
            int cut = random.nextInt(4) == 0 ? random.nextInt(piece.length() + 1) : piece.length();
            text.append(piece, 0, cut);
        }
        return text.toString();
    }

    /** Reads the page as a browser does and finds nothing that acts, loads or leads anywhere. */
    static Document harmless(String page) {
        Parser parser = Parser.htmlParser().setTrackErrors(100);
        Document document = Jsoup.parse(page, "https://here.example/", parser);
        assertThat(document.head().children()).isEmpty();
        for (Element each : document.body().getAllElements()) {
            if (each.equals(document.body())) {
                assertThat(each.attributesSize()).isZero();
                continue;
            }
            assertThat(ELEMENTS).as(each.outerHtml()).contains(each.tagName());
            for (Attribute attribute : each.attributes()) {
                assertThat(isAllowed(each.tagName(), attribute))
                        .as(each.tagName() + " " + attribute)
                        .isTrue();
            }
            assertThat(each.childNodes()).noneMatch(Comment.class::isInstance);
        }
        assertThat(document.select("style").eachText()).allMatch(Style.sheet()::equals);
        assertThat(document.body().children()).as("one element holds the page").hasSize(1);
        assertThat(document.body().ownText()).as("what escaped from it").isEmpty();
        assertThat(page.chars().filter(each -> each != '\n' && each != '\t').boxed())
                .as("what is not to be seen, or turns the direction of writing")
                .noneMatch(each -> GuestText.isUnfit((char) each.intValue()));
        return document;
    }

    private static boolean isAllowed(String element, Attribute attribute) {
        String value = attribute.getValue();
        if (attribute.getKey().equals("class")) {
            return value.matches("[a-z]+( [a-z]+)?");
        }
        String pattern = ATTRIBUTES.getOrDefault(element, Map.of()).get(attribute.getKey());
        return pattern != null && value.matches(pattern);
    }
}
