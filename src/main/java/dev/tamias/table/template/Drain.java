package dev.tamias.table.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Groups messages as they come. A message is looked up in a tree by how many tokens it has and by its
 * first tokens; of the groups found there the most similar one takes it, or it begins a new group. Where
 * a message differs from the template of its group, the template gets a parameter, {@code <*>}.
 *
 * <p>The order of the messages matters, as it does in drain3. Not safe for several threads.
 */
public final class Drain {

    private final DrainSettings settings;
    private final Tokens tokens;
    private final int deepest;
    private final Map<Integer, Node> byLength = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();

    public Drain(DrainSettings settings) {
        this.settings = settings;
        this.tokens = new Tokens(settings.extraDelimiters());
        this.deepest = settings.depth() - 2;
    }

    /** A node of the tree: the groups of a leaf, or children by token. */
    private static final class Node {

        private final Map<Integer, Node> children = new HashMap<>();
        private Group[] groups = new Group[0];

        void add(Group group) {
            groups = Arrays.copyOf(groups, groups.length + 1);
            groups[groups.length - 1] = group;
        }

        Node child(int token) {
            return children.computeIfAbsent(token, ignored -> new Node());
        }
    }

    private static final class Group {

        private final int number;
        private final int[] template;
        private int size = 1;

        Group(int number, int[] template) {
            this.number = number;
            this.template = template;
        }
    }

    /**
     * Takes the next message.
     *
     * @return the number of its group, from 0 in the order in which groups began; drain3 counts from 1
     */
    public int add(String message) {
        String masked = message;
        for (DrainSettings.Mask mask : settings.masks()) {
            masked = mask.replace(masked);
        }
        tokens.read(masked);
        Group group = find();
        if (group == null) {
            return begin().number;
        }
        group.size++;
        int[] ids = tokens.ids();
        for (int i = 0; i < group.template.length; i++) {
            if (group.template[i] != ids[i]) {
                group.template[i] = Tokens.PARAMETER;
            }
        }
        return group.number;
    }

    private @Nullable Group find() {
        int size = tokens.size();
        Node node = byLength.get(size);
        if (node == null) {
            return null;
        }
        if (size == 0) {
            return node.groups[0];
        }
        for (int depth = 1; depth < deepest && depth < size; depth++) {
            int token = tokens.ids()[depth - 1];
            Node child = node.children.get(token);
            if (child == null) {
                child = node.children.get(Tokens.PARAMETER);
            }
            if (child == null) {
                return null;
            }
            node = child;
        }
        return mostSimilar(node.groups);
    }

    private @Nullable Group mostSimilar(Group[] candidates) {
        int size = tokens.size();
        int[] ids = tokens.ids();
        int most = -1;
        int mostParameters = -1;
        Group found = null;
        for (Group group : candidates) {
            int same = 0;
            int parameters = 0;
            int[] template = group.template;
            for (int i = 0; i < size; i++) {
                if (template[i] == Tokens.PARAMETER) {
                    parameters++;
                } else if (template[i] == ids[i]) {
                    same++;
                }
            }
            if (same > most || (same == most && parameters > mostParameters)) {
                most = same;
                mostParameters = parameters;
                found = group;
            }
        }
        return (double) most / size >= settings.similarity() ? found : null;
    }

    private Group begin() {
        int[] template = new int[tokens.size()];
        for (int i = 0; i < template.length; i++) {
            template[i] = tokens.id(i);
        }
        Group group = new Group(groups.size(), template);
        groups.add(group);
        Node node = byLength.computeIfAbsent(template.length, ignored -> new Node());
        for (int depth = 1; depth < deepest && depth < template.length; depth++) {
            node = child(node, template[depth - 1]);
        }
        node.add(group);
        return group;
    }

    /** The child for a token. When only one more fits, it is the one for all tokens that have none. */
    private Node child(Node node, int token) {
        Node known = node.children.get(token);
        if (known != null) {
            return known;
        }
        int children = node.children.size();
        boolean hasParameter = node.children.containsKey(Tokens.PARAMETER);
        boolean fits =
                hasParameter
                        ? children < settings.maxChildren()
                        : children + 1 < settings.maxChildren();
        boolean isNumber = settings.numbersAreParameters() && tokens.hasDigit(token);
        return node.child(fits && !isNumber ? token : Tokens.PARAMETER);
    }

    /** How many groups there are. */
    public int groups() {
        return groups.size();
    }

    /** How many messages a group has. */
    public int size(int group) {
        return groups.get(group).size;
    }

    /** A group's template: its tokens with a space between, parameters as {@code <*>}. */
    public String template(int group) {
        StringBuilder text = new StringBuilder();
        for (int id : groups.get(group).template) {
            text.append(text.isEmpty() ? "" : " ").append(tokens.text(id));
        }
        return text.toString();
    }
}
