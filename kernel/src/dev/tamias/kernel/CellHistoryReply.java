package dev.tamias.kernel;

import java.util.ArrayList;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.history.HistoryEntry;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;

/**
 * A history as the protocol has it, each entry a list. JJava's own reply has objects for entries, and no
 * status.
 */
final class CellHistoryReply {

    final String status = "ok";
    final List<List<Object>> history = new ArrayList<>();

    CellHistoryReply(List<HistoryEntry> entries, boolean withOutput) {
        for (HistoryEntry entry : entries) {
            Object cell =
                    withOutput
                            ? List.of(
                                    entry.getInput(),
                                    entry.getOutput() == null ? "" : entry.getOutput())
                            : entry.getInput();
            history.add(List.of(entry.getSession(), entry.getCellNumber(), cell));
        }
    }

    /** JJava ties a type of message to a class for its content. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Message<?> message(MessageContext request) {
        return new Message(request, (MessageType) MessageType.HISTORY_REPLY, this);
    }
}
