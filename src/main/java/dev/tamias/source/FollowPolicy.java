package dev.tamias.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link FollowedFile} is followed and when it ends.
 *
 * @param fromEnd whether to begin at the file's end, with what is written from now on
 * @param poll how often the file is looked at
 * @param idle ends the source when nothing was added for this long; null: never
 * @param missing how long to wait for a new file where there is none, before the source ends
 */
public record FollowPolicy(
        boolean fromEnd, Duration poll, @Nullable Duration idle, Duration missing) {

    /** From the start, looking ten times a second, for ever; a new file has ten seconds to appear. */
    public static final FollowPolicy STANDARD =
            new FollowPolicy(false, Duration.ofMillis(100), null, Duration.ofSeconds(10));

    public FollowPolicy {
        if (poll.isNegative()
                || poll.isZero()
                || missing.isNegative()
                || (idle != null && idle.isNegative())) {
            throw new IllegalArgumentException(
                    "to look each " + poll + ", until idle for " + idle + ", missing " + missing);
        }
    }

    public FollowPolicy onlyNew() {
        return new FollowPolicy(true, poll, idle, missing);
    }

    public FollowPolicy every(Duration time) {
        return new FollowPolicy(fromEnd, time, idle, missing);
    }

    public FollowPolicy untilIdle(Duration time) {
        return new FollowPolicy(fromEnd, poll, time, missing);
    }

    public FollowPolicy newFileWithin(Duration time) {
        return new FollowPolicy(fromEnd, poll, idle, time);
    }
}
