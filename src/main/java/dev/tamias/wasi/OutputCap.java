package dev.tamias.wasi;

import dev.tamias.model.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** What stdout and stderr of one guest let through together: so much, one note, and then nothing. */
final class OutputCap {

    private final int messageBytes;
    private final OutputBudget budget;

    OutputCap(Limits limits) {
        this.messageBytes = limits.messageBytes();
        this.budget = new OutputBudget(limits);
    }

    /** A stream to {@code consumer}; the guest is not told when its output is suppressed. */
    GuestOutput stream(Consumer<byte[]> consumer) {
        return new GuestOutput(bytes -> pass(bytes, consumer));
    }

    private void pass(byte[] bytes, Consumer<byte[]> consumer) {
        int taken = (int) budget.take(bytes.length);
        for (int start = 0; start < taken; start += messageBytes) {
            consumer.accept(
                    Arrays.copyOfRange(bytes, start, Math.min(taken, start + messageBytes)));
        }
        if (taken < bytes.length) {
            budget.told()
                    .map(limit -> "[suppressed: " + limit + "]\n")
                    .ifPresent(note -> consumer.accept(note.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
