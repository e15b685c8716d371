package dev.tamias.host.v0_1_0;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamias.host.ParseReply;
import dev.tamias.model.Attachment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParseVisitorTest {

    private final List<String> items = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final ParseVisitor visitor = new ParseVisitor();

    ParseVisitorTest() {
        visitor.start(
                (consumed, cells, attachment) -> {
                    items.add(
                            consumed
                                    + " "
                                    + cells
                                    + (attachment == null ? "" : " +" + attachment.name()));
                    if (attachment != null) {
                        attachments.add(attachment);
                    }
                });
    }

    private void startItem() {
        visitor.beginRecord(2);
        visitor.field(0);
    }

    private void endItem(long consumed) {
        visitor.field(1);
        visitor.u64(consumed);
        visitor.endRecord();
    }

    private void line(String text) {
        visitor.variant(0, true);
        visitor.string(text);
    }

    private void attachment(String name) {
        visitor.beginRecord(6);
        visitor.field(0);
        visitor.string(name);
        visitor.field(1);
        visitor.u64(99);
        visitor.field(2);
        visitor.option(true);
        visitor.string("created");
        visitor.field(3);
        visitor.option(false);
        visitor.field(4);
        visitor.beginList(2);
        visitor.u64(4);
        visitor.u64(5);
        visitor.endList();
        visitor.field(5);
        visitor.bytes(new byte[] {1, 2});
        visitor.endRecord();
    }

    @Test
    void items_of_every_shape_are_told_apart() {
        visitor.result(true, true);
        visitor.beginList(5);
        startItem();
        visitor.option(true);
        visitor.variant(0, true);
        line("one");
        endItem(10);
        startItem();
        visitor.option(true);
        visitor.variant(0, true);
        visitor.variant(1, true);
        visitor.beginList(2);
        visitor.string("a");
        visitor.string("b");
        visitor.endList();
        endItem(11);
        startItem();
        visitor.option(false);
        endItem(12);
        startItem();
        visitor.option(true);
        visitor.variant(1, true);
        attachment("x.txt");
        endItem(13);
        startItem();
        visitor.option(true);
        visitor.variant(2, true);
        visitor.beginRecord(2);
        visitor.field(0);
        line("both");
        visitor.field(1);
        attachment("y.txt");
        visitor.endRecord();
        endItem(14);
        visitor.endList();

        assertThat(items)
                .containsExactly(
                        "10 [one]", "11 [a, b]", "12 null", "13 null +x.txt", "14 [both] +y.txt");
        assertThat(visitor.reply()).isEqualTo(ParseReply.ITEMS);
        assertThat(attachments)
                .allSatisfy(
                        each -> {
                            assertThat(each.size()).isEqualTo(99);
                            assertThat(each.createdDate()).isEqualTo("created");
                            assertThat(each.modifiedDate()).isNull();
                            assertThat(each.messages()).containsExactly(4L, 5L);
                            assertThat(each.data()).containsExactly(1, 2);
                        });
    }

    @Test
    void errors_keep_the_plugins_words() {
        visitor.result(false, true);
        visitor.variant(1, true);
        visitor.string("no header");

        assertThat(visitor.reply()).isEqualTo(new ParseReply(ParseReply.Kind.PARSE, "no header"));

        visitor.start((consumed, cells, attachment) -> {});
        visitor.result(false, true);
        visitor.variant(2, false);

        assertThat(visitor.reply()).isEqualTo(new ParseReply(ParseReply.Kind.INCOMPLETE, ""));
        assertThat(items).isEmpty();
    }
}
