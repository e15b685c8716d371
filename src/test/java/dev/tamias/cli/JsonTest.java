package dev.tamias.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void writes_maps_lists_and_plain_values() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", List.of(1, true, "x\t"));
        map.put("b", Map.of());
        map.put("c", Arrays.asList((Object) null));

        assertThat(Json.of(map)).isEqualTo("{\"a\":[1,true,\"x\\t\"],\"b\":{},\"c\":[null]}");
    }
}
