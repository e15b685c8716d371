package dev.tamias.table.row;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/**
 * Numbers different texts from 0 in the order in which they come. The texts themselves stay where they
 * are: the table holds 8 to 16 bytes for each.
 */
public final class TextCodes {

    private static final int SMALLEST = 64;

    /** More probes than a good hash needs at this load in the life of a table. */
    private static final int TOO_MANY_PROBES = 256;

    private final IntFunction<String> texts;
    private long seed;
    private int[] hashes = new int[SMALLEST / 2];
    private int[] slots = new int[SMALLEST];
    private int count;

    /**
     * @param texts gives back the text of a number
     */
    public TextCodes(IntFunction<String> texts) {
        this.texts = texts;
    }

    /** The number of a text, which for a new one is how many were known before. */
    public int code(String text) {
        int slot = slot(text, hash(text));
        if (slots[slot] == 0) {
            if (count == hashes.length) {
                resize(slots.length * 2);
                slot = slot(text, hash(text));
            }
            hashes[count++] = hash(text);
            slots[slot] = count;
        }
        return slots[slot] - 1;
    }

    /** The number of a known text, or −1. */
    public int find(String text) {
        return slots[slot(text, hash(text))] - 1;
    }

    private int slot(String text, int hash) {
        int mask = slots.length - 1;
        int slot = spread(hash) & mask;
        int probes = 0;
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, text, hash)) {
            slot = (slot + 1) & mask;
            if (++probes == TOO_MANY_PROBES && seed == 0) {
                reseed();
                return slot(text, hash(text));
            }
        }
        return slot;
    }

    private boolean isAt(int code, String text, int hash) {
        return hashes[code] == hash && texts.apply(code).equals(text);
    }

    /** Texts that differ in a number have hashes in rows, which must not become runs of slots (MurmurHash3). */
    private static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }

    /**
     * The String's own hash, which it caches, until texts turn up that were made to collide; from then on
     * one that cannot be foreseen.
     */
    private int hash(String text) {
        if (seed == 0) {
            return text.hashCode();
        }
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0xD6E8FEB86659FD93L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    private void reseed() {
        seed = ThreadLocalRandom.current().nextLong() | 1;
        for (int i = 0; i < count; i++) {
            hashes[i] = hash(texts.apply(i));
        }
        resize(slots.length);
    }

    private void resize(int size) {
        hashes = Arrays.copyOf(hashes, size / 2);
        slots = new int[size];
        for (int i = 0; i < count; i++) {
            int slot = spread(hashes[i]) & (size - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = i + 1;
        }
    }
}
