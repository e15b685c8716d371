package dev.tamias.component.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a1-2-3",
                "is-XML",
                "A-B-C",
                "[constructor]r",
                "[method]r.f-g",
                "[static]R.f",
                "wasi:io/streams",
                "wasi:io/streams@0.2.6",
                "wasi:io/streams@1.0.0-rc.1+build.5",
                "chipmunk:parser/parser@0.1.0",
                "a:b/c@0.2",
                "a:b/c@2"
            })
    void accepts_names_of_the_grammar(String name) {
        assertThatCode(() -> ExternNames.check(0, name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                "a-",
                "a--b",
                "1a",
                "aB",
                "a_b",
                "é",
                "[method]r",
                "[constructor]r.f",
                "[other]r",
                "wasi:io",
                "wasi/io",
                "Wasi:io/streams",
                "wasi:io/streams@",
                "wasi:io/streams@01.0.0",
                "wasi:io/streams@1.0.0-01"
            })
    void refuses_other_names(String name) {
        assertThatExceptionOfType(BrokenRule.class).isThrownBy(() -> ExternNames.check(0, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-a", "-1", "1", "-1a", ".a", "/a", ":a"})
    void judges_long_names_in_time_and_without_deep_recursion(String part) {
        String many = part.repeat(100_000 / part.length());

        assertThat(ExternNames.isPlain("a" + many + "_")).isFalse();
        assertThat(ExternNames.isInterface("a:b/c" + many + "_")).isFalse();
        assertThat(ExternNames.isInterface("a:b/c@1.0.0-a" + many + "_")).isFalse();
        assertThat(ExternNames.isInterface("a" + many + ":b/c_")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "foo, FOO",
        "foo-bar, foo-BAR",
        "[method]foo.bar, [static]foo.BAR",
        "[method]foo.foo, foo",
        "foo:bar/baz, foo:bar/BAZ"
    })
    void finds_names_too_much_alike(String one, String other) {
        assertThat(ExternNames.canonical(one)).isEqualTo(ExternNames.canonical(other));
    }

    @ParameterizedTest
    @CsvSource({
        "foo, [constructor]foo",
        "[method]foo.bar, bar",
        "[static]foo.baz, [method]foo.bar"
    })
    void keeps_other_names_apart(String one, String other) {
        assertThat(ExternNames.canonical(one)).isNotEqualTo(ExternNames.canonical(other));
    }
}
