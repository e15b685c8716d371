package dev.tamias.jupyter.page;

import dev.tamias.model.Attachment;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * An attachment with a look at what is in it: small pictures, the start of a text, or else of the bytes.
 * What it is, its bytes say; its name and type are the guest's words.
 */
public final class AttachmentView {

    private static final int LONGEST_NAME = 200;
    private static final int LARGEST_PICTURE = 500_000;
    private static final int LONGEST_TEXT = 2_000;
    private static final int FIRST_BYTES = 256;
    private static final int MOST_ROWS = 20;
    private static final int MOST = 20;

    /** Characters of all looks of a list together. */
    private static final int LARGEST = 1_000_000;

    /** Of a text hardly any character is a control. */
    private static final int CONTROLS = 50;

    private AttachmentView() {}

    /** The HTML of an attachment. */
    public static String of(Attachment attachment) {
        return Html.page().add(head(attachment)).add(look(attachment)).finish();
    }

    /** A name, size and type on a line. */
    public static String text(Attachment attachment) {
        return Html.fit(attachment.name()) + ", " + size(attachment) + "\n";
    }

    /** Each of the first attachments, to be unfolded. */
    static Html list(List<Attachment> attachments) {
        Html list = new Html();
        for (Attachment each : attachments.subList(0, Math.min(MOST, attachments.size()))) {
            list.details("plugin", false).open("summary");
            list.element("b", Html.clip(each.name(), LONGEST_NAME));
            list.text(" ").element("span", "kind", size(each)).close();
            list.open("div", "body").add(head(each));
            if (list.length() < LARGEST) {
                list.add(look(each));
            }
            list.close().close().line();
        }
        int rest = attachments.size() - MOST;
        return rest <= 0
                ? list
                : list.element("p", "note", "… " + Counted.of(rest, "more attachment") + ".");
    }

    private static String size(Attachment attachment) {
        return Counted.bytes(attachment.data().length);
    }

    private static Html head(Attachment attachment) {
        Html head = new Html().open("table", "facts");
        fact(head, "Name", attachment.name());
        fact(head, "Saved as", attachment.fileName());
        String stated =
                attachment.sizeDiffers()
                        ? ", and " + Counted.of(attachment.size()) + " are stated"
                        : "";
        fact(head, "Size", Counted.of(attachment.data().length, "byte") + stated);
        fact(head, "Type by its name", attachment.mediaType());
        if (attachment.createdDate() != null) {
            fact(head, "Created", attachment.createdDate());
        }
        if (attachment.modifiedDate() != null) {
            fact(head, "Modified", attachment.modifiedDate());
        }
        List<Long> rows = attachment.messages();
        if (!rows.isEmpty()) {
            String first = rows.subList(0, Math.min(MOST_ROWS, rows.size())).toString();
            fact(head, "Rows", first.substring(1, first.length() - 1) + more(rows.size()));
        }
        return head.close().line();
    }

    private static String more(int rows) {
        return rows > MOST_ROWS ? " and " + (rows - MOST_ROWS) + " more" : "";
    }

    private static void fact(Html head, String name, String value) {
        head.open("tr").element("th", name);
        head.element("td", Html.clip(value, LONGEST_NAME)).close();
    }

    private static Html look(Attachment attachment) {
        byte[] data = attachment.data();
        String picture = picture(data);
        if (!picture.isEmpty()) {
            return data.length > LARGEST_PICTURE
                    ? new Html().element("p", "note", "The picture is too large for a page.")
                    : new Html()
                            .picture(
                                    "image/" + picture,
                                    Base64.getEncoder().encodeToString(data),
                                    Html.clip(attachment.name(), LONGEST_NAME));
        }
        String text = startOfText(data);
        Html look = new Html().element("pre", text.isEmpty() ? bytes(data) : text);
        int shown = text.isEmpty() ? FIRST_BYTES : LONGEST_TEXT;
        return data.length > shown ? look.element("p", "note", "This is its start.") : look;
    }

    /** The kind of a picture that a browser shows and that runs nothing, by its first bytes. */
    private static String picture(byte[] data) {
        String start = new String(data, 0, Math.min(8, data.length), StandardCharsets.ISO_8859_1);
        if (start.equals("\u0089PNG\r\n\u001a\n")) {
            return "png";
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return "jpeg";
        }
        return start.startsWith("GIF87a") || start.startsWith("GIF89a") ? "gif" : "";
    }

    /** The start of a text in UTF-8; nothing where the bytes are no text. */
    private static String startOfText(byte[] data) {
        int length = Math.min(data.length, LONGEST_TEXT);
        // Not in the midst of a character.
        while (length < data.length && length > 0 && (data[length] & 0xC0) == 0x80) {
            length--;
        }
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(data, 0, length))
                            .toString();
            long controls = text.chars().filter(each -> each < ' ' && !isSpace(each)).count();
            return controls * CONTROLS > text.length() ? "" : text;
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    private static boolean isSpace(int each) {
        return each == '\n' || each == '\r' || each == '\t' || each == '\u001b';
    }

    /** As a hex editor shows them, sixteen a line. */
    private static String bytes(byte[] data) {
        StringBuilder lines = new StringBuilder();
        int end = Math.min(FIRST_BYTES, data.length);
        for (int start = 0; start < end; start += 16) {
            StringBuilder text = new StringBuilder();
            lines.append(String.format(Locale.ROOT, "%04x ", start));
            for (int i = start; i < start + 16; i++) {
                boolean there = i < end;
                lines.append(there ? String.format(Locale.ROOT, " %02x", data[i]) : "   ");
                boolean visible = there && data[i] >= ' ' && data[i] < 0x7f;
                text.append(there ? visible ? (char) data[i] : '.' : ' ');
            }
            lines.append("  ").append(text).append('\n');
        }
        return lines.toString();
    }
}
