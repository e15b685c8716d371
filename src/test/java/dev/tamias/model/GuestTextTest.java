package dev.tamias.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuestTextTest {

    @Test
    void nothing_that_steers_a_terminal_is_left() {
        assertThat(GuestText.oneLine("a\u001b[2Jb\u0007c\u202Ed\ne\r\tf "))
                .isEqualTo("a\uFFFD[2Jb\uFFFDc\uFFFDd e  f");
    }

    @Test
    void ordinary_text_stays_and_a_long_one_is_cut() {
        assertThat(GuestText.oneLine("größe: 小林 😀")).isEqualTo("größe: 小林 😀");
        assertThat(GuestText.oneLine("x".repeat(3_000))).hasSize(2_001).endsWith("…");
    }
}
