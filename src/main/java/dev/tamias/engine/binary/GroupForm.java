package dev.tamias.engine.binary;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A recursion group of a module as numbers, equal for equal groups: types of the group itself are
 * counted from its start and complemented, other types have the first index of an equal one.
 *
 * <p>It can be compared, so that a map stays fast where somebody makes all hash codes equal.
 */
final class GroupForm implements Comparable<GroupForm> {

    private final int types;
    private int[] numbers = new int[8];
    private int size;

    /** The form of a group of that many types. */
    GroupForm(int types) {
        this.types = types;
    }

    int types() {
        return types;
    }

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    /** The numbers, after the last was added. */
    int[] numbers() {
        if (numbers.length != size) {
            numbers = Arrays.copyOf(numbers, size);
        }
        return numbers;
    }

    /**
     * Whether it is one type that nothing extends, that extends nothing and does not refer to itself: its
     * parts say all of it.
     */
    boolean isPlain() {
        boolean plain = types == 1 && numbers[0] == 0 && numbers[1] == 0;
        for (int i = 0; i < size && plain; i++) {
            plain = numbers[i] >= 0;
        }
        return plain;
    }

    @Override
    public int compareTo(GroupForm other) {
        return Arrays.compare(numbers, 0, size, other.numbers, 0, other.size);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GroupForm form && compareTo(form) == 0;
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + numbers[i];
        }
        return hash;
    }
}
