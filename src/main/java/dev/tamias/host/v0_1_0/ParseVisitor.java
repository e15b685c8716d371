package dev.tamias.host.v0_1_0;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tamias.component.abi.ValVisitor;
import dev.tamias.host.CellList;
import dev.tamias.host.ItemSink;
import dev.tamias.host.ParseReply;
import dev.tamias.model.Attachment;
import dev.tamias.model.GuestText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears {@code parse}'s result, {@code result<list<parse-return>, parse-error>}, and hands each item on
 * as it ends: no object an item but its cells.
 *
 * <p>The shapes: {@code parse-return} is a record of value and consumed; the value is an option of {@code
 * parse-yield}, a variant of a message, an attachment, or a tuple of both; a message is a variant of a
 * line and a list of columns.
 */
final class ParseVisitor implements ValVisitor {

    private static final int ATTACHMENT_FIELDS = 6;

    private final CellList cells = new CellList();
    private final AttachmentParts attachment = new AttachmentParts();
    private ItemSink sink = (consumed, cells, attachment) -> {};
    private ParseReply reply = ParseReply.ITEMS;
    private ParseReply.@Nullable Kind error;
    private int records;
    private boolean inAttachment;
    private boolean hasMessage;
    private boolean hasAttachment;
    private int variants;
    private long consumed;

    /** Prepares for one result. */
    void start(ItemSink to) {
        sink = to;
        reply = ParseReply.ITEMS;
        error = null;
        records = 0;
        startItem();
    }

    private void startItem() {
        cells.clear();
        attachment.clear();
        inAttachment = false;
        hasMessage = false;
        hasAttachment = false;
        variants = 0;
        consumed = 0;
    }

    /** How the parser answered. */
    ParseReply reply() {
        return reply;
    }

    @Override
    public void result(boolean isOk, boolean hasPayload) {
        if (!isOk) {
            error = ParseReply.Kind.UNRECOVERABLE;
        }
    }

    @Override
    public void variant(int caseIndex, boolean hasPayload) {
        if (error != null) {
            error = kind(caseIndex);
            reply = new ParseReply(error, "");
        } else if (++variants == 1) {
            // parse-yield: message, attachment, message-and-attachment.
            hasMessage = caseIndex != 1;
            hasAttachment = caseIndex != 0;
        }
    }

    /** {@code parse-error}; its cases in their order. */
    private static ParseReply.Kind kind(int caseIndex) {
        return switch (caseIndex) {
            case 0 -> ParseReply.Kind.UNRECOVERABLE;
            case 1 -> ParseReply.Kind.PARSE;
            case 2 -> ParseReply.Kind.INCOMPLETE;
            default -> ParseReply.Kind.EOF;
        };
    }

    @Override
    public void beginRecord(int fields) {
        if (++records > 1 && fields == ATTACHMENT_FIELDS) {
            inAttachment = true;
        }
    }

    @Override
    public void field(int index) {
        if (inAttachment) {
            attachment.field = index;
        }
    }

    @Override
    public void utf8(byte[] array, int from, int to) {
        if (error != null || inAttachment) {
            string(new String(array, from, to - from, UTF_8));
        } else {
            cells.add(array, from, to);
        }
    }

    @Override
    public void string(String value) {
        if (error != null) {
            reply = new ParseReply(error, GuestText.oneLine(value));
        } else if (inAttachment) {
            attachment.text(value);
        } else {
            byte[] utf8 = value.getBytes(UTF_8);
            cells.add(utf8, 0, utf8.length);
        }
    }

    @Override
    public void u64(long bits) {
        if (inAttachment) {
            attachment.number(bits);
        } else {
            consumed = bits;
        }
    }

    @Override
    public void bytes(byte[] value) {
        attachment.data = value;
    }

    @Override
    public void endRecord() {
        if (inAttachment) {
            inAttachment = false;
        }
        if (--records == 0) {
            sink.item(
                    consumed, hasMessage ? cells : null, hasAttachment ? attachment.build() : null);
            startItem();
        }
    }

    /** The fields of {@code attachment}, in their order. */
    private static final class AttachmentParts {

        private static final byte[] NONE = new byte[0];
        private static final int NAME = 0;
        private static final int SIZE = 1;
        private static final int CREATED = 2;

        private int field;
        private String name = "";
        private long size;
        private @Nullable String created;
        private @Nullable String modified;
        private List<Long> messages = new ArrayList<>();
        private byte[] data = NONE;

        private void clear() {
            name = "";
            size = 0;
            created = null;
            modified = null;
            if (!messages.isEmpty()) {
                messages = new ArrayList<>();
            }
            data = NONE;
        }

        private void text(String value) {
            if (field == NAME) {
                name = value;
            } else if (field == CREATED) {
                created = value;
            } else {
                modified = value;
            }
        }

        private void number(long value) {
            if (field == SIZE) {
                size = value;
            } else {
                messages.add(value);
            }
        }

        private Attachment build() {
            return new Attachment(name, size, created, modified, messages, data);
        }
    }
}
