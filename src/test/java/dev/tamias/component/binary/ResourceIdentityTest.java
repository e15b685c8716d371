package dev.tamias.component.binary;

import static dev.tamias.component.binary.ComponentBytes.ALIAS;
import static dev.tamias.component.binary.ComponentBytes.CANON;
import static dev.tamias.component.binary.ComponentBytes.COMPONENT;
import static dev.tamias.component.binary.ComponentBytes.EXPORT;
import static dev.tamias.component.binary.ComponentBytes.IMPORT;
import static dev.tamias.component.binary.ComponentBytes.INSTANCE;
import static dev.tamias.component.binary.ComponentBytes.TYPE;
import static dev.tamias.component.binary.ComponentBytes.component;
import static dev.tamias.component.binary.ComponentBytes.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.TypeBound;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which resource types are the same, and which are not (Explainer.md, "Type Checking"). */
class ResourceIdentityTest {

    /**
     * An instance type that exports resource type {@code r} and {@code make}, returning an own of
     * it.
     */
    private static final byte[] MAKER =
            of(
                    0x42, 4, 0x04, 0x00, "r", 0x03, 0x01, 0x01, 0x69, 0, 0x01, 0x40, 0, 0x00, 1,
                    0x04, 0x00, "make", 0x01, 2);

    /** A component that defines a resource type and exports it as {@code r}. */
    private static final byte[] DEFINER =
            component()
                    .section(TYPE, 1, 0x3f, 0x7f, 0x00)
                    .section(EXPORT, 1, 0x00, "r", 0x03, 0, 0x00)
                    .bytes();

    /** A component that imports a resource type as {@code in} and exports it as {@code out}. */
    private static final byte[] PASSER =
            component()
                    .section(IMPORT, 1, 0x00, "in", 0x03, 0x01)
                    .section(EXPORT, 1, 0x00, "out", 0x03, 0, 0x00)
                    .bytes();

    private static ResourceId id(ExternType type) {
        assertThat(type).isInstanceOf(ExternType.Type.class);
        TypeBound bound = ((ExternType.Type) type).bound();
        assertThat(bound).isInstanceOf(TypeBound.Resource.class);
        return ((TypeBound.Resource) bound).id();
    }

    private static Map<String, ExternType> instance(ExternType type) {
        assertThat(type).isInstanceOf(ExternType.Instance.class);
        return ((ExternType.Instance) type).type().exports();
    }

    private static List<Definition.Instantiate> instantiations(ComponentBinary component) {
        return component.definitions().stream()
                .filter(Definition.Instantiate.class::isInstance)
                .map(Definition.Instantiate.class::cast)
                .toList();
    }

    @Test
    void gives_each_import_of_an_instance_type_resource_types_of_its_own() {
        byte[] bytes =
                component()
                        .section(TYPE, 1, MAKER)
                        .section(IMPORT, 2, 0x00, "a", 0x05, 0, 0x00, "b", 0x05, 0)
                        .bytes();

        ComponentBinary component = ComponentDecoder.decode(bytes);

        Map<String, ExternType> a = instance(component.type().imports().get("a"));
        Map<String, ExternType> b = instance(component.type().imports().get("b"));
        assertThat(id(a.get("r"))).isNotEqualTo(id(b.get("r")));
        assertThat(a.get("make"))
                .isEqualTo(
                        new ExternType.Func(new FuncType(List.of(), new OwnType(id(a.get("r"))))));
        assertThat(component.resourceIds()).isGreaterThan(id(b.get("r")).index());
    }

    @Test
    void gives_each_instantiation_resource_types_of_its_own() {
        byte[] bytes =
                component()
                        .section(COMPONENT, DEFINER)
                        .section(INSTANCE, 2, 0x00, 0, 0, 0x00, 0, 0)
                        .bytes();

        ComponentBinary component = ComponentDecoder.decode(bytes);

        List<Definition.Instantiate> made = instantiations(component);
        ResourceId first = id(made.get(0).type().exports().get("r"));
        ResourceId second = id(made.get(1).type().exports().get("r"));
        assertThat(first).isNotEqualTo(second);
        assertThat(component.definitions().get(0)).isInstanceOf(Definition.Component.class);
        ComponentBinary nested =
                ((Definition.Component) component.definitions().get(0)).component();
        assertThat(id(nested.type().exports().get("r"))).isNotIn(first, second);
        assertThat(nested.resourceIds()).isEqualTo(component.resourceIds()).isEqualTo(3);
    }

    @Test
    void puts_the_given_resource_type_in_the_place_of_the_imported_one() {
        byte[] bytes =
                component()
                        .section(COMPONENT, PASSER)
                        .section(TYPE, 1, 0x3f, 0x7f, 0x00)
                        .section(INSTANCE, 1, 0x00, 0, 1, "in", 0x03, 0)
                        .bytes();

        ComponentBinary component = ComponentDecoder.decode(bytes);

        Definition.Resource defined =
                component.definitions().stream()
                        .filter(Definition.Resource.class::isInstance)
                        .map(Definition.Resource.class::cast)
                        .findFirst()
                        .orElseThrow();
        Definition.Instantiate passed = instantiations(component).get(0);
        assertThat(id(passed.type().exports().get("out"))).isEqualTo(defined.id());
    }

    @Test
    void keeps_the_resource_type_through_alias_and_export() {
        byte[] bytes =
                component()
                        .section(TYPE, 1, MAKER)
                        .section(IMPORT, 1, 0x00, "a", 0x05, 0)
                        .section(ALIAS, 1, 0x03, 0x00, 0, "r")
                        .section(EXPORT, 1, 0x00, "same", 0x03, 1, 0x00)
                        .bytes();

        ComponentBinary component = ComponentDecoder.decode(bytes);

        assertThat(id(component.type().exports().get("same")))
                .isEqualTo(id(instance(component.type().imports().get("a")).get("r")));
        assertThat(component.definitions())
                .noneMatch(each -> each instanceof Definition.AliasExport);
    }

    @Test
    void hides_the_resource_type_that_an_export_states_to_be_abstract() {
        byte[] bytes =
                component()
                        .section(TYPE, 1, 0x3f, 0x7f, 0x00)
                        .section(EXPORT, 1, 0x00, "r", 0x03, 0, 0x01, 0x03, 0x01)
                        .bytes();

        ComponentBinary component = ComponentDecoder.decode(bytes);

        Definition.Resource defined = (Definition.Resource) component.definitions().get(0);
        assertThat(id(component.type().exports().get("r"))).isNotEqualTo(defined.id());
    }

    @Test
    void refuses_an_argument_with_another_resource_type_than_one_before() {
        // A component that imports a resource type and, as a second one, the same.
        byte[] picky =
                component()
                        .section(IMPORT, 2, 0x00, "one", 0x03, 0x01, 0x00, "two", 0x03, 0x00, 0)
                        .bytes();
        byte[] bytes =
                component()
                        .section(COMPONENT, picky)
                        .section(TYPE, 2, 0x3f, 0x7f, 0x00, 0x3f, 0x7f, 0x00)
                        .section(INSTANCE, 1, 0x00, 0, 2, "one", 0x03, 0, "two", 0x03, 1)
                        .bytes();

        assertThatExceptionOfType(InvalidComponent.class)
                .isThrownBy(() -> ComponentDecoder.decode(bytes))
                .withMessageContaining("import \"two\" (type)");
    }

    @Test
    void refuses_to_look_into_an_imported_resource_type() {
        byte[] bytes =
                component()
                        .section(IMPORT, 1, 0x00, "r", 0x03, 0x01)
                        .section(CANON, 1, 0x04, 0)
                        .bytes();

        assertThatExceptionOfType(InvalidComponent.class)
                .isThrownBy(() -> ComponentDecoder.decode(bytes))
                .withMessageContaining("resource type r is not defined in this component");
    }

    @Test
    void refuses_an_exported_type_that_mentions_a_hidden_resource_type() {
        byte[] bytes =
                component()
                        .section(TYPE, 2, 0x3f, 0x7f, 0x00, 0x69, 0)
                        .section(EXPORT, 1, 0x00, "handle", 0x03, 1, 0x00)
                        .bytes();

        assertThatExceptionOfType(InvalidComponent.class)
                .isThrownBy(() -> ComponentDecoder.decode(bytes))
                .withMessageContaining("neither imported nor exported before");
    }
}
