package dev.tamias.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.junit.jupiter.api.Test;

class TamiasExtensionTest {

    @Test
    void a_kernel_finds_it_by_its_service_file() {
        assertThat(ServiceLoader.load(Extension.class))
                .hasAtLeastOneElementOfType(TamiasExtension.class);
    }

    @Test
    void nothing_is_shown_outside_a_notebook() {
        assertThatIllegalStateException().isThrownBy(() -> Notebook.show("x"));
    }
}
