package dev.tamias.cli.wast;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tamias.engine.LimitExceeded;
import dev.tamias.engine.Trap;
import dev.tamias.model.ComponentException;
import dev.tamias.model.TamiasException;
import dev.tamias.model.Trouble;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the commands of one script, one after the other, and judges each. That something was
 * rejected or trapped is judged, never the wording: the words in a script are another engine's.
 */
final class Judge {

    /** What the detail starts with where a feature was refused. */
    static final String UNSUPPORTED = "unsupported: ";

    private final ScriptStore store;
    private final Named<ScriptModule> modules = new Named<>("module");
    private final Named<ScriptInstance> instances = new Named<>("instance");

    /** Why something that the command needs was missing; null where nothing was. */
    private @Nullable Verdict root;

    Judge(ScriptStore store) {
        this.store = store;
    }

    /** Carries out one command. What it throws is judged by {@link #failed}. */
    Verdict judge(Command command) throws IOException {
        root = null;
        return switch (command.type()) {
            case "module" -> module(command);
            case "module_definition" -> {
                modules.put(command.text("name"), load(command));
                yield Verdict.pass("");
            }
            case "module_instance" -> {
                ScriptModule module = modules.get(command.text("module"));
                instantiated(command.text("instance"), store.instantiate(module));
                yield Verdict.pass("");
            }
            case "register" -> {
                store.register(as(command), instances.get(command.text("name")));
                yield Verdict.pass("");
            }
            case "action" -> Verdict.pass("returned " + perform(command));
            case "assert_return" -> assertReturn(command);
            case "assert_trap", "assert_exception" -> assertTrap(command);
            case "assert_exhaustion" -> assertExhaustion(command);
            case "assert_invalid", "assert_malformed" -> assertRejected(command);
            case "assert_unlinkable" -> assertUnlinkable(command);
            case "assert_uninstantiable" -> assertUninstantiable(command);
            default -> throw new Unsupported("commands of type " + command.type());
        };
    }

    /** The verdict on a command that ended with something thrown where nothing was expected. */
    Verdict failed(Throwable thrown) {
        if (thrown instanceof Named.Missing missing) {
            root = missing.reason();
            return missing.verdict();
        }
        if (thrown instanceof Unsupported feature) {
            return Verdict.skip(UNSUPPORTED + feature.getMessage());
        }
        if (thrown instanceof TamiasException known) {
            return known.trouble() == Trouble.UNSUPPORTED_FEATURE
                    ? Verdict.skip(UNSUPPORTED + known.sentence())
                    : Verdict.fail(Fault.words(known));
        }
        if (thrown instanceof Mismatch || thrown instanceof IOException) {
            return Verdict.fail(String.valueOf(thrown.getMessage()));
        }
        return Verdict.crash(Fault.words(thrown));
    }

    /** Remembers what a command was to make and has not made, so that what needs it can say so. */
    void settle(Command command, Verdict verdict) {
        if (verdict.kind() == Verdict.Kind.PASS) {
            return;
        }
        // Of a chain of commands that need each other the reader wants the first.
        Verdict why =
                root != null
                        ? root
                        : new Verdict(
                                verdict.kind(), "line " + command.line() + ": " + verdict.detail());
        if (verdict.kind() == Verdict.Kind.CRASH) {
            // What ran may still be running, or have left things half done.
            instances.loseAll(why);
        }
        switch (command.type()) {
            case "module" -> {
                modules.lose(command.text("name"), why);
                lose(command.text("name"), why);
            }
            case "module_definition" -> modules.lose(command.text("name"), why);
            case "module_instance" -> lose(command.text("instance"), why);
            case "register" -> store.lose(as(command), why);
            default -> {
                // Nothing was to be made.
            }
        }
    }

    private void lose(@Nullable String name, Verdict why) {
        instances.lose(name, why);
        if (name != null) {
            store.lose(name, why);
        }
    }

    private static String as(Command command) {
        String name = command.text("as");
        if (name == null) {
            throw new Mismatch("it says no name to register as");
        }
        return name;
    }

    private Verdict module(Command command) throws IOException {
        String name = command.text("name");
        ScriptModule module = load(command);
        modules.put(name, module);
        instantiated(name, store.instantiate(module));
        return Verdict.pass("");
    }

    private void instantiated(@Nullable String name, ScriptInstance instance) {
        instances.put(name, instance);
        if (name != null) {
            store.register(name, instance);
        }
    }

    private ScriptModule load(Command command) throws IOException {
        String filename = command.binary();
        if (filename == null) {
            throw new Unsupported("modules as text");
        }
        return store.load(filename);
    }

    private Results perform(Command command) {
        JsonNode action = command.node().path("action");
        ScriptInstance instance = instances.get(action.path("module").asText(null));
        String field = action.path("field").asText();
        return action.path("type").asText().equals("get")
                ? instance.get(field)
                : instance.invoke(field, action.path("args"));
    }

    private Verdict assertReturn(Command command) {
        Results results = perform(command);
        JsonNode expected = command.node().path("expected");
        return results.match(expected)
                ? Verdict.pass("")
                : Verdict.fail(expected + " is expected and " + results + " was returned");
    }

    private Verdict assertTrap(Command command) {
        try {
            return Verdict.fail("a trap is expected and " + perform(command) + " was returned");
        } catch (Trap trap) {
            return Verdict.pass(trap.sentence());
        }
    }

    private Verdict assertExhaustion(Command command) {
        try {
            return assertTrap(command);
        } catch (LimitExceeded limit) {
            return Verdict.pass(limit.sentence());
        }
    }

    /** What is refused for a feature that it uses is refused: the detail tells the one from the other. */
    private Verdict assertRejected(Command command) throws IOException {
        try {
            load(command);
        } catch (ComponentException rejection) {
            return Verdict.pass(
                    rejection.trouble() == Trouble.UNSUPPORTED_FEATURE
                            ? UNSUPPORTED + rejection.sentence()
                            : Fault.words(rejection));
        }
        return Verdict.fail("a rejection is expected and it was accepted");
    }

    private Verdict assertUnlinkable(Command command) throws IOException {
        ScriptModule module = load(command);
        try {
            store.instantiate(module);
        } catch (ComponentException refusal) {
            if (refusal.trouble() != Trouble.LINK) {
                throw refusal;
            }
            return Verdict.pass(Fault.words(refusal));
        }
        return Verdict.fail("a link error is expected and it was instantiated");
    }

    private Verdict assertUninstantiable(Command command) throws IOException {
        ScriptModule module = load(command);
        try {
            store.instantiate(module);
        } catch (Trap trap) {
            return Verdict.pass(trap.sentence());
        }
        return Verdict.fail("a trap is expected and it was instantiated");
    }
}
