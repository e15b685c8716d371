package dev.tamias.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Trap;
import org.junit.jupiter.api.Test;

class ResourceTableTest {

    private final ResourceTable table = new ResourceTable(3);

    @Test
    void gives_back_what_was_put_in() {
        int rep = table.push("first");
        assertThat(table.get(rep, String.class)).isEqualTo("first");
        assertThat(table.remove(rep, CharSequence.class)).isEqualTo("first");
        assertThat(table.size()).isZero();
    }

    @Test
    void traps_where_there_is_nothing_or_something_else() {
        int rep = table.push("first");
        assertThatThrownBy(() -> table.get(rep, Integer.class))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("kind String, not Integer");
        for (int unknown : new int[] {-1, 1, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> table.get(unknown, String.class)).isInstanceOf(Trap.class);
        }
        table.remove(rep, String.class);
        assertThatThrownBy(() -> table.get(rep, String.class)).isInstanceOf(Trap.class);
    }

    @Test
    void a_parent_stays_while_it_has_children() {
        int parent = table.push("parent");
        int first = table.pushChild("first", parent);
        int second = table.pushChild("second", parent);
        table.remove(first, String.class);
        assertThatThrownBy(() -> table.remove(parent, String.class))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("has children");
        table.remove(second, String.class);
        assertThat(table.remove(parent, String.class)).isEqualTo("parent");
        assertThatThrownBy(() -> table.pushChild("orphan", parent)).isInstanceOf(Trap.class);
    }

    @Test
    void refuses_more_than_its_capacity() {
        table.push("a");
        int rep = table.push("b");
        table.push("c");
        assertThatThrownBy(() -> table.push("d")).isInstanceOf(LimitExceeded.class);
        table.remove(rep, String.class);
        assertThat(table.push("e")).isEqualTo(rep);
        assertThat(table.objects()).containsExactlyInAnyOrder("a", "c", "e");
    }
}
